using System.Runtime.CompilerServices;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// Statements that go to the server in one message and come back in one: a round trip costs more than any of them. Unless
/// a transaction is open they are one: all of them take effect or none.
/// </summary>
/// <remarks>
/// Whoever calls a sending off is let go at once. The driver isn't so quick: it first asks the server, over another
/// connection, to stop, and where answers don't arrive any more it waits for that too. A holder that waited with it would
/// still have its command at work when the next one is granted. So the driver is left alone with the connection, which
/// nobody uses any more; it ends by itself, and what it still hears is not listened to.
/// </remarks>
internal sealed class Exchange
{
    // Connections that are left to the driver, and the end of that.
    private static readonly ConditionalWeakTable<NpgsqlConnection, Task> Left = [];

    private readonly List<NpgsqlBatchCommand> _commands = [];
    private readonly List<Action<NpgsqlDataReader>?> _readers = [];
    private readonly Lock _listening = new();
    private bool _isLeft;
    private int _barrier = int.MaxValue;

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
        _barrier = _commands.Count;
        return this;
    }

    /// <summary>Whether what failed is behind the barrier, so that everything before it has taken effect.</summary>
    public bool IsBehindBarrier(PostgresException failure) =>
        failure.BatchCommand is NpgsqlBatchCommand failed && _commands.IndexOf(failed) >= _barrier;

    /// <summary>A parameter.</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    /// <summary>Sends them, and reads what comes back.</summary>
    /// <exception cref="OperationCanceledException">It was called off; what became of it isn't known.</exception>
    public async ValueTask SendAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsLeft(connection))
            throw new IOException("an answer was not waited for on this connection");
        if (!cancellation.CanBeCanceled)
        {
            await TalkAsync(connection, cancellation).ConfigureAwait(false);
            return;
        }
        var end = new CancellationTokenSource();
        var talking = TalkAsync(connection, end.Token);
        try
        {
            await talking.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            lock (_listening)
                _isLeft = true;
            Left.Add(connection, LeaveAsync(connection, talking, end));
            throw;
        }
        end.Dispose();
    }

    /// <summary>Closes a connection. One that is left to the driver is closed when that is done with it, and not waited for.</summary>
    public static ValueTask CloseAsync(NpgsqlConnection connection) =>
        IsLeft(connection) ? ValueTask.CompletedTask : connection.DisposeAsync();

    /// <summary>Whether a connection is left to the driver, so that nobody may use it.</summary>
    public static bool IsLeft(NpgsqlConnection connection) => Left.TryGetValue(connection, out _);

    /// <summary>Sends them from inside the engine, which doesn't wait for anything else.</summary>
    public void Send(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            Task.Run(() => SendAsync(connection, cancellation).AsTask(), CancellationToken.None)
                .GetAwaiter()
                .GetResult();
            return;
        }
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

    private static async Task LeaveAsync(NpgsqlConnection connection, Task talking, CancellationTokenSource end)
    {
        await end.CancelAsync().ConfigureAwait(false);
        await talking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.DisposeAsync().ConfigureAwait(false);
        end.Dispose();
    }

    private async Task TalkAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var batch = Batch(connection);
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var at = -1;
        do
        {
            var row = Next(ref at, reader);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                Hear(row, reader);
        } while (await reader.NextResultAsync(cancellation).ConfigureAwait(false));
    }

    private void Hear(Action<NpgsqlDataReader>? row, NpgsqlDataReader reader)
    {
        lock (_listening)
            if (!_isLeft)
                row?.Invoke(reader);
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
