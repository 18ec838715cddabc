using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// A scope in refs of a git remote. There is no server but git's: what it does for us is to compare and move several refs
/// at once, or none. So the whole state is one small object that a ref names; whoever wants to change it makes the next
/// one and moves the ref from the one that he saw. Who loses such a race looks again and decides again, by the same engine.
/// </summary>
/// <remarks>
/// Four things have to be said to git for that. The push is atomic, else a branch moves where the state doesn't. Each ref
/// is given the object that it must have, else git compares with what it last saw. Every object is unlike any other, else
/// two who decide the same both believe that they won: git sends nothing for a ref that is where it should be, and calls
/// it up to date. And an answer that didn't come says nothing: it is looked for in the state. See docs/stores/git.md.
/// </remarks>
public sealed partial class GitScope : ITendedScope
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly GitStoreSettings _settings;
    private readonly RefNames _names;
    private readonly RemoteRefs _remote;
    private readonly Watching _watching;
    private GitTime? _time;
    private long _lookedAt;
    private bool _isWarned;

    private GitScope(string scope, GitStoreSettings settings)
    {
        (Scope, _settings) = (scope, settings);
        _names = new RefNames(settings.Space, scope);
        _remote = new RemoteRefs(settings, _names);
        _watching = new Watching(_remote, _names);
    }

    /// <inheritdoc/>
    public string Scope { get; }

    /// <inheritdoc/>
    public Pace Pace => _settings.Pace;

    /// <summary>Opens a scope. Nothing is made on the remote before the first change.</summary>
    public static GitScope Open(string scope, GitStoreSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(scope, settings);
    }

    /// <inheritdoc/>
    public async ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await new Committing(this, commands).RunAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        LookedAtAsync(
            seen =>
            {
                var state = seen.State ?? Nothing();
                return read(state.Rows, Time.Next(state.Row.Clock, state.Top.Zero).Time);
            },
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<string> StoreIdAsync(CancellationToken cancellation) =>
        LookedAtAsync(seen => seen.State?.Top.Store ?? "", cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _remote.Dispose();
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private GitTime Time =>
        _time ??= _remote.Date is { } date
            ? new(new CorrectedClock(_settings.Clock, _settings.Clock.WallTicks - date.UtcTicks), GitTime.Compared)
            : new(_settings.Clock, GitTime.Apart);

    private async ValueTask<T> LookedAtAsync<T>(Func<Snapshot, T> tell, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return tell(Look(cancellation));
        }
        finally
        {
            _gate.Release();
        }
    }

    private Snapshot Look(CancellationToken cancellation)
    {
        var seen = _watching.Look(cancellation);
        _ = Time; // as soon as the remote has told its own
        _lookedAt = _settings.Time.GetTimestamp();
        return seen;
    }

    /// <summary>What was seen a moment ago is good enough to decide by: the push compares it with what is there.</summary>
    private Snapshot LookOrRemember(CancellationToken cancellation) =>
        _watching.Last is { } last && _settings.Time.GetElapsedTime(_lookedAt) < _settings.Pace.Look
            ? last
            : Look(cancellation);

    /// <summary>A scope in which nothing has happened: its time begins now.</summary>
    private StateDocument Nothing()
    {
        var clock = ClockReading.First(Time.Clock);
        var row = new Stored.V1.ScopeBody(Scope, ScopeState.Empty, clock, AuditHead.None, null);
        return new(new StateTop(NewName(), clock.WallTicks, 0, []), row, new MemoryScope());
    }

    /// <summary>A name that nobody else has or guesses: 128 bits.</summary>
    private string NewName()
    {
        byte[] bytes = [.. _settings.Chance(), .. _settings.Chance()];
        return Convert.ToHexStringLower(bytes.AsSpan(0, 16));
    }
}
