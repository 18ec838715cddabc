using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Runtime.Stores.Stored;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// A scope in a PostgreSQL database. A decision is first tried without any lock: what the engine needs is read in one
/// round trip, and written in a second one that fails if the scope has another version by then. Who has lost that race
/// once stands in the line of the scope's row lock: many that only try again would starve one another. Other scopes are
/// never touched.
/// </summary>
/// <remarks>
/// A commit whose answer got lost is looked for under the row lock, by the hash of the audit entry that it wrote: until the
/// lock is free it may still happen. Scope time is the database's clock.
/// </remarks>
public sealed partial class PostgresScope : ITendedScope
{
    private const int LargestImage = 4096,
        CautionAfterConflict = 16;

    // Somebody else has hardly changed the scope in so short a time; later it is cheaper to look first.
    private static readonly TimeSpan StaysFresh = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<Decided> _unknown = [];
    private readonly PostgresSettings _settings;
    private readonly Session _session;
    private readonly Source _source;
    private Wanted _habit = new();
    private ScopeImage? _image;
    private (long Wall, long At) _reading;
    private long _scope = ScopeRow.None;
    private int _opened;
    private int _caution;
    private CancellationToken _use; // calls off what the connection is used for just now

    private PostgresScope(string scope, PostgresSettings settings)
    {
        (Scope, _settings, _session) = (scope, settings, new(settings, Greet));
        _source = new(() => _session.Connection, () => _use);
    }

    /// <inheritdoc/>
    public string Scope { get; }

    /// <inheritdoc/>
    /// <remarks>A notification may get lost, and behind a pooler there is none: holders look for a stop by themselves too.</remarks>
    public Pace Pace { get; } = new() { HolderLook = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(5) };

    /// <summary>Opens a scope; makes the schema if there is none.</summary>
    /// <exception cref="StoreException">The server can't be reached or refuses, or a newer program made the schema.</exception>
    public static async ValueTask<PostgresScope> OpenAsync(
        string scope,
        PostgresSettings settings,
        CancellationToken cancellation
    )
    {
        var opened = new PostgresScope(scope, settings);
        try
        {
            await opened.UseAsync((_, _) => new ValueTask<bool>(true), cancellation).ConfigureAwait(false);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a scope to look at it; nothing if there is no schema, or one that an older program made.</summary>
    /// <exception cref="StoreException">The server can't be reached or refuses, or a newer program made the schema.</exception>
    public static async ValueTask<PostgresScope?> FindAsync(
        string scope,
        PostgresSettings settings,
        CancellationToken cancellation
    )
    {
        var opened = await OpenAsync(scope, settings with { Makes = false }, cancellation).ConfigureAwait(false);
        if (opened._session.HasSchema)
            return opened;
        await opened.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <inheritdoc/>
    public ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        var isFirst = true;
        return UseAsync(
            async (connection, token) =>
            {
                var first = isFirst;
                isFirst = false;
                var applied = first ? await TryAsync(connection, commands, token).ConfigureAwait(false) : null;
                return applied ?? await StandInLineAsync(connection, commands, token).ConfigureAwait(false);
            },
            cancellation
        );
    }

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        UseAsync(
            async (connection, token) =>
            {
                try
                {
                    var image = await LoadAsync(connection, new Wanted(), token).ConfigureAwait(false);
                    return read(image, ClockOf(image).Time);
                }
                catch (MovedException)
                {
                    return await InSnapshotAsync(image => read(image, ClockOf(image).Time), token)
                        .ConfigureAwait(false);
                }
            },
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<string> StoreIdAsync(CancellationToken cancellation) =>
        UseAsync((_, _) => new ValueTask<string>(_session.StoreId), cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ears.DisposeAsync().ConfigureAwait(false);
        await _session.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
    }

    /// <summary>Decides without a lock; nothing if somebody else was faster.</summary>
    private async ValueTask<Applied?> TryAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Command> commands,
        CancellationToken cancellation
    )
    {
        if (_caution > 0)
            _caution--;
        else if (_image is { } kept && IsFresh())
        {
            var applied = await OnWhatIsKnownAsync(connection, kept, commands, cancellation).ConfigureAwait(false);
            if (applied is not null)
                return applied;
        }
        try
        {
            var image = await LoadAsync(connection, Wanted.By(commands), cancellation).ConfigureAwait(false);
            if (image.Row.Id == ScopeRow.None)
                return null;
            return await DecideAsync(connection, image, commands).ConfigureAwait(false);
        }
        catch (MovedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Decides on what is known of the scope after a commit of this process's own. Of a request it is taken as given that
    /// nobody has made it before: if somebody has, its row is in the way, and nothing is written.
    /// </summary>
    private async ValueTask<Applied?> OnWhatIsKnownAsync(
        NpgsqlConnection connection,
        ScopeImage kept,
        IReadOnlyList<Command> commands,
        CancellationToken cancellation
    )
    {
        _image = null; // it is kept on only if what it says now is true
        try
        {
            await CompleteAsync(connection, kept, kept.Suppose(commands), cancellation).ConfigureAwait(false);
            var applied = await DecideAsync(connection, kept, commands).ConfigureAwait(false);
            return applied is { Changes.Count: 0 } ? null : applied; // what wrote nothing wasn't checked either
        }
        catch (MovedException)
        {
            return null; // what was kept is old: it is read anew
        }
    }

    /// <summary>Decides on an image and writes on the condition that it still holds; nothing if it doesn't.</summary>
    private async ValueTask<Applied?> DecideAsync(
        NpgsqlConnection connection,
        ScopeImage image,
        IReadOnlyList<Command> commands
    )
    {
        var clock = ClockOf(image);
        var outcome = Engine.Engine.Apply(image, commands, clock.Time);
        if (!image.IsAsSupposed(outcome))
            return null;
        if (!Decided.IsAny(outcome))
            return Answer(outcome, clock);
        var decided = Decided.Of(outcome, image.Row, clock);
        if (IsPruned(decided))
            return null; // pruning reads more than fits into one message
        try
        {
            await CommitAsync(connection, decided, commands, "").ConfigureAwait(false);
        }
        catch (PostgresException failure)
            when (Fault.IsMoved(failure) || (image.IsSupposing && Fault.IsInTheWay(failure)))
        {
            _caution = CautionAfterConflict;
            _image = null;
            return null;
        }
        Keep(image, decided);
        return Answer(outcome, clock);
    }

    /// <summary>Decides while nobody else can: the scope's row is locked until the commit.</summary>
    private async ValueTask<Applied> StandInLineAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Command> commands,
        CancellationToken cancellation
    )
    {
        await MakeRowAsync(connection, cancellation).ConfigureAwait(false);
        try
        {
            var image = await LoadLockedAsync(connection, Wanted.By(commands), cancellation).ConfigureAwait(false);
            if (Landed() is { } landed)
            {
                await EndAsync(connection, "ROLLBACK").ConfigureAwait(false);
                await WakeAsync(connection, landed.Changes, commands).ConfigureAwait(false);
                return landed;
            }
            var clock = ClockOf(image);
            var outcome = Engine.Engine.Apply(image, commands, clock.Time);
            if (!Decided.IsAny(outcome))
            {
                await EndAsync(connection, "ROLLBACK").ConfigureAwait(false);
                return Answer(outcome, clock);
            }
            var decided = Decided.Of(outcome, image.Row, clock);
            if (IsPruned(decided))
            {
                var ending = outcome.Changes.OfType<Change.PutRun>().Count(put => !put.Run.IsLive);
                var pruning = new Pruning(new PrunableScope(image, connection, ending, cancellation), clock.Time);
                var anchor = pruning.Prune(_settings.Retention);
                decided = Decided.Of(outcome, image.Row, clock, anchor);
            }
            await CommitAsync(connection, decided, commands, "COMMIT").ConfigureAwait(false);
            Keep(image, decided);
            return Answer(outcome, clock);
        }
        catch
        {
            await RollBackAsync().ConfigureAwait(false);
            throw;
        }
    }

    private bool IsPruned(Decided decided) => decided.After.Version % _settings.Retention.Every == 0;

    private static Applied Answer(Outcome outcome, ClockReading clock) =>
        new(outcome.Decisions, outcome.Changes, clock.Time, outcome.Due);

    private void Keep(ScopeImage image, Decided decided)
    {
        image.Follow(decided.Outcome, decided.After);
        _image = image.Size < LargestImage ? image : null;
    }
}
