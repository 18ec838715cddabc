using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// Statements that go to the server in one message and come back in one: a round trip costs more than any of them. Unless
/// a transaction is open they are one: all of them take effect or none.
/// </summary>
internal sealed class Exchange
{
    private readonly List<NpgsqlBatchCommand> _commands = [];
    private readonly List<Action<NpgsqlDataReader>?> _readers = [];

    /// <summary>Adds a statement whose rows nobody reads.</summary>
    public Exchange Add(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) => Add(sql, null, parameters);

    /// <summary>Adds a statement, and what is done with each of its rows.</summary>
    public Exchange Add(string sql, Action<NpgsqlDataReader>? row, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        _commands.Add(command);
        _readers.Add(row);
        return this;
    }

    /// <summary>What was added so far takes effect before what follows begins, whatever becomes of that.</summary>
    public Exchange Barrier()
    {
        _commands[^1].AppendErrorBarrier = true;
        return this;
    }

    /// <summary>A parameter.</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    /// <summary>Sends them, and reads what comes back.</summary>
    public async ValueTask SendAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = Batch(connection);
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var at = -1;
        do
        {
            var row = Next(ref at, reader);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                row?.Invoke(reader);
        } while (await reader.NextResultAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>The same, from inside the engine, which doesn't wait for anything else.</summary>
    public void Send(NpgsqlConnection connection)
    {
        using var batch = Batch(connection);
        using var reader = batch.ExecuteReader();
        var at = -1;
        do
        {
            var row = Next(ref at, reader);
            while (reader.Read())
                row?.Invoke(reader);
        } while (reader.NextResult());
    }

    // Statements without rows have no result: the next one with columns is that of the next one that has a reader.
    private Action<NpgsqlDataReader>? Next(ref int at, NpgsqlDataReader reader)
    {
        if (reader.FieldCount == 0)
            return null;
        do at++;
        while (at < _readers.Count && _readers[at] is null);
        return at < _readers.Count ? _readers[at] : null;
    }

    private NpgsqlBatch Batch(NpgsqlConnection connection)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in _commands)
            batch.BatchCommands.Add(command);
        return batch;
    }
}
