using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Cli;

/// <summary><c>baton doctor --migrate</c>: the tables are made by somebody who may, before any run needs them.</summary>
public sealed class PostgresMigrationTests(SharedPostgres postgres) : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_tables_are_made_on_request_and_a_rehearsal_leaves_nothing()
    {
        var (server, database) = await FreshAsync();
        (await MigrateAsync("--dry-run")).Output.ShouldContain("would make the schema baton");
        (await CountAsync(server, database)).ShouldBe(0);
        (await MigrateAsync()).Output.ShouldContain("made the schema baton");
        (await CountAsync(server, database)).ShouldBeGreaterThan(0);
        (await MigrateAsync()).Output.ShouldContain("nothing to do");
        (await MigrateAsync("--json")).Output.ShouldContain("\"changed\":false");
    }

    [Fact]
    public async Task Tables_that_an_older_program_made_are_renewed_and_keep_what_is_in_them()
    {
        var (server, database) = await FreshAsync();
        (await _machine.Run("run", "--group", "g", "--", "true")).Code.ShouldBe(0);
        await server.ExecuteAsync(
            database,
            "UPDATE baton.meta SET value = '1' WHERE key = 'schema'; DROP FUNCTION baton.moved(bigint, bigint)"
        );
        (await MigrateAsync()).Output.ShouldContain("from form 1 to ");
        (await _machine.Run("run", "--group", "g", "--", "true")).Code.ShouldBe(0);
        (await _machine.Run("audit", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_user_who_may_not_make_them_is_told_what_is_missing_and_uses_them_once_they_are_there()
    {
        var (server, database) = await FreshAsync();
        await server.ExecuteAsync(database, $"CREATE ROLE runner_{database} LOGIN");
        var owner = _machine.Variables["BATON_STORE"];
        var runner = owner.Replace("baton@", $"runner_{database}@", StringComparison.Ordinal);
        foreach (
            var verb in (string[][])
                [
                    ["doctor", "--migrate"],
                    ["doctor", "--migrate", "--dry-run"],
                ]
        )
        {
            var refused = await _machine.Run([.. verb, "--store", runner]);
            refused.Code.ShouldNotBe(0);
            refused.Errors.ShouldContain("right to create in the database");
        }
        (await MigrateAsync()).Code.ShouldBe(0);
        await server.ExecuteAsync(
            database,
            $"""
            GRANT USAGE ON SCHEMA baton TO runner_{database};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA baton TO runner_{database}
            """
        );
        var ran = await _machine.Run("run", "--store", runner, "--group", "g", "--", "true");
        ran.Code.ShouldBe(0, ran.Errors);
    }

    [Fact]
    public async Task Where_there_are_no_such_tables_there_is_nothing_to_do()
    {
        var ended = await _machine.Run("doctor", "--migrate", "--store", $"sqlite:{_machine.At("some.db")}");
        ended.Code.ShouldBe(0);
        ended.Output.ShouldContain("nothing to do");
        File.Exists(_machine.At("some.db")).ShouldBeFalse();
        (await _machine.Run("doctor", "--dry-run")).Code.ShouldBe(64);
    }

    private Task<Ended> MigrateAsync(params string[] options) => _machine.Run(["doctor", "--migrate", .. options]);

    private async Task<(PostgresServer Server, string Database)> FreshAsync()
    {
        var server = await postgres.ServerAsync();
        var database = await server.MakeDatabaseAsync();
        _machine.Variables["BATON_STORE"] = server.Address(database);
        return (server, database);
    }

    private static async Task<long> CountAsync(PostgresServer server, string database)
    {
        await using var connection = await server.ConnectAsync(database);
        await using var command = new Npgsql.NpgsqlCommand(
            "SELECT count(*) FROM pg_namespace WHERE nspname = 'baton'",
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
