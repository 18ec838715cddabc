using Baton.Faults.Machines;
using Npgsql;

namespace Baton.Benchmarks.Peers;

/// <summary>A PostgreSQL for a row alone, whose commits reach the disk, and what somebody would do with it instead.</summary>
internal sealed class PostgresPeers(PostgresServer server) : IAsyncDisposable
{
    private const string Raw = """
        WITH moved AS (UPDATE raw_counters SET n = n + 1 WHERE id = $1 RETURNING n)
        INSERT INTO raw_entries(id, n, body) SELECT $1, n, $2 FROM moved
        """;

    /// <summary>The address of its database.</summary>
    public string Address => server.Address("postgres");

    /// <summary>Starts it; nothing where it isn't installed.</summary>
    public static async Task<PostgresPeers?> StartAsync()
    {
        if (PostgresServer.Missing is not null)
            return null;
        var peers = new PostgresPeers(await PostgresServer.StartAsync(Durability.OfDisks).ConfigureAwait(false));
        await peers
            .ExecuteAsync(
                """
                CREATE TABLE raw_counters(id int PRIMARY KEY, n bigint NOT NULL) WITH (fillfactor = 50);
                INSERT INTO raw_counters SELECT i, 0 FROM generate_series(0, 63) i;
                CREATE TABLE raw_entries(id int, n bigint, body bytea, PRIMARY KEY(id, n));
                """
            )
            .ConfigureAwait(false);
        return peers;
    }

    /// <summary>Runs a statement.</summary>
    public Task ExecuteAsync(string sql) => server.ExecuteAsync("postgres", sql);

    /// <summary>Baton over it.</summary>
    public Peer Baton(Peer program) =>
        new(
            "baton, postgres",
            (name, command) => ["/usr/bin/env", $"BATON_STORE={Address}", .. program.Holding(name, command)]
        );

    /// <summary>A session that waits for an advisory lock, runs the command, and goes.</summary>
    public Peer AdvisoryLock() =>
        new(
            "psql, pg_advisory_lock",
            Bench.Find("psql") is { } psql
                ? (name, command) =>
                    [
                        psql,
                        "-X",
                        "-q",
                        "-o",
                        "/dev/null",
                        "-d",
                        Address.Replace("postgres://", "postgresql://", StringComparison.Ordinal),
                        "-c",
                        $"SELECT pg_advisory_lock(hashtext('{name}'))",
                        "-c",
                        $"\\! {string.Join(' ', command.Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"))}",
                    ]
                : null
        );

    /// <summary>One who updates a counter and inserts a row with it, in one prepared statement, again and again.</summary>
    public async Task<(Func<Task> Once, NpgsqlConnection Connection)> WriterAsync(int counter)
    {
        var connection = await server.ConnectAsync("postgres").ConfigureAwait(false);
        var command = new NpgsqlCommand(Raw, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = counter });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = new byte[400] });
        await command.PrepareAsync().ConfigureAwait(false);
        return (() => command.ExecuteNonQueryAsync(), connection);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
