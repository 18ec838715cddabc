using System.Collections.Concurrent;
using Baton.Engine;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// Hears what other processes say after their commits, on the connection that the scope has anyway: a server has few of
/// them. A channel is a run's, so nobody is woken for nothing. Behind a pooler nothing can be heard, and looking from time
/// to time is all that is left.
/// </summary>
internal sealed class Ears : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Action> _runs = new(StringComparer.Ordinal);
    private readonly List<string> _new = [];
    private readonly List<string> _asked = [];
    private CancellationTokenSource? _stop;
    private Task _listening = Task.CompletedTask;
    private bool _isDeaf;

    /// <summary>The channel of a run; none if its name is nothing that a channel can have.</summary>
    public static string? Channel(RunId run) =>
        run.Value is { Length: > 0 and <= 50 } name && name.All(char.IsAsciiLetterOrDigit) ? "baton_" + name : null;

    /// <summary>Listens for a run from the next reading on.</summary>
    public void Add(string channel, Action heard)
    {
        _runs[channel] = heard;
        lock (_new)
            _new.Add(channel);
    }

    /// <summary>Listens no more.</summary>
    public void Remove(string channel) => _runs.TryRemove(channel, out _);

    /// <summary>A connection is new: whatever an earlier one listened to has to be said again.</summary>
    public void Attach(NpgsqlConnection connection, bool isShared)
    {
        _isDeaf = isShared;
        connection.Notification += (_, told) => _runs.GetValueOrDefault(told.Channel)?.Invoke();
        lock (_new)
        {
            _new.Clear();
            _new.AddRange(_runs.Keys);
        }
    }

    /// <summary>Adds to a message that what is new be listened to.</summary>
    public void Ask(Exchange exchange)
    {
        _asked.Clear();
        if (_isDeaf)
            return;
        lock (_new)
            _asked.AddRange(_new);
        foreach (var channel in _asked)
            exchange.Add($"LISTEN \"{channel}\"");
    }

    /// <summary>The message arrived: what comes from now on is heard, and what came before is in what was just read.</summary>
    public void Heard()
    {
        lock (_new)
            _new.RemoveAll(_asked.Contains);
    }

    /// <summary>Waits on a connection that nobody uses just now.</summary>
    public void Resume(Session session)
    {
        if (_isDeaf || _runs.IsEmpty || !session.IsOpen || Exchange.IsLeft(session.Connection))
            return; // what was left to the driver is busy; the next look has a connection of its own
        _stop = new CancellationTokenSource();
        _listening = ListenAsync(session.Connection, _stop.Token);
    }

    /// <summary>Stops waiting, so that the connection can be used.</summary>
    public async ValueTask PauseAsync()
    {
        if (_stop is not { } stop)
            return;
        await stop.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        stop.Dispose();
        _stop = null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => PauseAsync();

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        try
        {
            while (true)
                await connection.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The connection is wanted.
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or InvalidOperationException)
        {
            foreach (var heard in _runs.Values)
                heard(); // the line was cut: they look, and open another
        }
    }
}
