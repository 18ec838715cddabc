using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <content>Writing, and what becomes of it when the line is cut.</content>
public sealed partial class PostgresScope
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Writes what was decided. Until the answer comes it isn't known what became of it.</summary>
    private async ValueTask CommitAsync(
        NpgsqlConnection connection,
        Decided decided,
        IReadOnlyList<Command> commands,
        string end
    )
    {
        var exchange = new Exchange();
        decided.Write(exchange, Read);
        if (end.Length > 0)
            exchange.Add(end);
        if (Notifying(decided.Outcome.Changes, commands) is { } channels)
            AddNotify(exchange.Barrier(), channels);
        _unknown.Add(decided);
        try
        {
            // A holder calls it off too, and doesn't know then what it has done: more can't be known before its lease ends.
            await exchange.SendAsync(connection, _use).ConfigureAwait(false);
            _unknown.Remove(decided);
        }
        catch (PostgresException failure) when (exchange.IsBehindBarrier(failure))
        {
            _unknown.Remove(decided); // it is committed; whom it concerns looks by himself once in a while
        }
        catch (Exception failure) when (!Fault.LeavesOpen(failure))
        {
            _unknown.Remove(decided);
            throw;
        }
    }

    /// <summary>The answer of an earlier try whose commit has happened after all; asked under the lock.</summary>
    private Applied? Landed()
    {
        foreach (var decided in _unknown)
        {
            if (decided.Entries is not [var first, ..])
                continue; // what leaves no entry may be done again
            string? hash = null;
            new Exchange()
                .Add(
                    "SELECT hash FROM baton.records WHERE scope = $1 AND number = $2",
                    row => hash = row.GetString(0),
                    Exchange.Value(decided.Before.Id),
                    Exchange.Value(first.Entry.Number)
                )
                .Send(_session.Connection, _use);
            if (hash == first.Entry.Hash)
                return Answer(decided.Outcome, decided.After.Body.Clock);
        }
        _unknown.Clear();
        return null;
    }

    /// <summary>Tells those whom a commit concerns that turned out to have happened.</summary>
    private async ValueTask WakeAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Change> changes,
        IReadOnlyList<Command> commands
    )
    {
        if (Notifying(changes, commands) is not { } channels)
            return;
        var exchange = new Exchange();
        AddNotify(exchange, channels);
        try
        {
            await exchange.SendAsync(connection, _use).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOfServer(failure))
        {
            // They look by themselves once in a while.
        }
    }

    /// <summary>
    /// The channels of other processes' runs that a commit concerns. They are told behind it, in a transaction of its own:
    /// only one transaction that notifies can commit at a time.
    /// </summary>
    private static string[]? Notifying(IReadOnlyList<Change> changes, IReadOnlyList<Command> commands)
    {
        var own = commands.Select(Wanted.RunOf).ToHashSet();
        string[] channels =
        [
            .. Concerned.By(changes).Where(run => !own.Contains(run)).Select(Ears.Channel).OfType<string>(),
        ];
        return channels.Length > 0 ? channels : null;
    }

    private static void AddNotify(Exchange exchange, string[] channels) =>
        exchange.Add("SELECT pg_notify(channel, '') FROM unnest($1) AS c(channel)", _ => { }, Exchange.Value(channels));

    /// <summary>Uses the connection, alone; over a restart of the server too, if it doesn't take too long.</summary>
    private async ValueTask<T> UseAsync<T>(
        Func<NpgsqlConnection, CancellationToken, ValueTask<T>> use,
        CancellationToken cancellation
    )
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _ears.PauseAsync().ConfigureAwait(false);
            _unknown.Clear();
            _use = cancellation;
            return await PersistAsync(use, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _ears.Resume(_session);
            _gate.Release();
        }
    }

    private async ValueTask<T> PersistAsync<T>(
        Func<NpgsqlConnection, CancellationToken, ValueTask<T>> use,
        CancellationToken cancellation
    )
    {
        var began = _settings.Time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await use(await OpenAsync(cancellation).ConfigureAwait(false), cancellation)
                    .ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await ForgetAsync().ConfigureAwait(false);
                throw;
            }
            catch (StoredBodyException damage)
            {
                throw Fault.Corrupt(_settings.Address, damage.Message, damage);
            }
            catch (Exception failure) when (IsOfServer(failure))
            {
                await ForgetAsync().ConfigureAwait(false);
                var passed = _settings.Time.GetElapsedTime(began);
                if (!Fault.IsPassing(failure) || passed + pause > Patience)
                    throw Fault.From(failure, _settings.Address);
            }
            await Task.Delay(pause, _settings.Time, cancellation).ConfigureAwait(false);
        }
    }

    private TimeSpan Patience =>
        _opened == 0 && _settings.FirstPatience < _settings.Patience ? _settings.FirstPatience : _settings.Patience;

    private async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = await _session.OpenAsync(cancellation).ConfigureAwait(false);
        if (_session.Number != _opened)
        {
            (_opened, _image) = (_session.Number, null);
            _ears.Attach(connection, _session.IsShared);
        }
        return connection;
    }

    private async ValueTask ForgetAsync()
    {
        _image = null;
        await _session.CloseAsync().ConfigureAwait(false);
    }

    private async ValueTask EndAsync(NpgsqlConnection connection, string end) =>
        await new Exchange().Add(end).SendAsync(connection, _use).ConfigureAwait(false);

    /// <summary>Ends a transaction that failed; with a connection that was cut the server does.</summary>
    private async ValueTask RollBackAsync()
    {
        try
        {
            await EndAsync(_session.Connection, "ROLLBACK").ConfigureAwait(false);
        }
        catch (Exception failure)
            when (IsOfServer(failure) || failure is InvalidOperationException or OperationCanceledException)
        {
            await ForgetAsync().ConfigureAwait(false);
        }
    }

    private static bool IsOfServer(Exception failure) =>
        failure is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException;
}
