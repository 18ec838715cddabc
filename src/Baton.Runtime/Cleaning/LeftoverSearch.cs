using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Cleaning;

/// <summary>Looks for what the dead left behind, and changes nothing. Who is dead is the kernel's to say, as for everybody who waits.</summary>
/// <param name="ground">Where to look.</param>
public sealed class LeftoverSearch(Ground ground)
{
    /// <summary>Looks once.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    public async ValueTask<Leftovers> FindAsync(CancellationToken cancellation)
    {
        var runs = await RunsAsync(cancellation).ConfigureAwait(false);
        var files = await SeenAsync(() => new LeftFiles(ground).FindAsync(cancellation)).ConfigureAwait(false);
        return new([.. runs.Found, .. files.Found], [.. runs.Spared, .. files.Spared]);
    }

    /// <summary>Looks once, and counts what would go with the runs that would be called lost.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    public async ValueTask<Leftovers> ForeseeAsync(CancellationToken cancellation)
    {
        var left = await FindAsync(cancellation).ConfigureAwait(false);
        var dead = left.Found.OfType<Leftover.DeadRun>().Select(one => one.Owner).ToHashSet();
        var goes = left.Spared.ToLookup(one => dead.Contains(one.Run) && OwnFolder.WhyNotOurs(one.What) is null);
        return new(
            [.. left.Found, .. goes[true].Select(one => new Leftover.Folder(one.Run, one.What))],
            [.. goes[false]]
        );
    }

    /// <summary>Who is not to be purged: who lives, or can't be told to be dead, and whose processes may live.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    public async ValueTask<IReadOnlyList<Spared>> SurvivorsAsync(CancellationToken cancellation)
    {
        var runs = await RunsAsync(cancellation).ConfigureAwait(false);
        var heard = await SeenAsync(() => ValueTask.FromResult(new LeftFiles(ground).Heard())).ConfigureAwait(false);
        var ended = await ground
            .Scope.ReadAsync((view, _) => heard.Where(run => view.Run(run) is { IsLive: false }).ToList(), cancellation)
            .ConfigureAwait(false);
        return
        [
            .. runs.Spared,
            .. ended
                .Except(runs.Spared.Select(one => one.Run))
                .Select(run => new Spared(run, $"run {run}", "has ended, and its process still lives")),
        ];
    }

    // What can't be looked at may hold anything, so who cleans is told instead of finding nothing there.
    private static async ValueTask<T> SeenAsync<T>(Func<ValueTask<T>> look)
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFault.Unavailable,
                $"this user can't look for what the dead left: {failure.Message} Run baton as the user whose store it is, and with a TMPDIR that it can list.",
                failure
            );
        }
    }

    /// <summary>Looks at the runs alone, and not at the files that they made.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    public async ValueTask<Leftovers> RunsAsync(CancellationToken cancellation)
    {
        var live = await ground.Scope.LiveRunsAsync(cancellation).ConfigureAwait(false);
        var untold = await ground
            .Scope.ReadAsync((view, _) => Picture.UnattestedIn(view), cancellation)
            .ConfigureAwait(false);
        var dead = live.Where(run => Lookout.IsDead(run, ground.Here)).Select(run => new Leftover.DeadRun(run));
        var processes = untold.Where(run => WhyUntold(run) is null).Select(run => new Leftover.Processes(run));
        return new(
            [.. dead, .. processes],
            [.. live.Select(Alive).OfType<Spared>(), .. untold.Select(Untold).OfType<Spared>()]
        );
    }

    private Spared? Alive(Run run) =>
        LifeWords.Of(ground.Here, run) is { } life ? new Spared(run.Id, $"run {run.Id}", life) : null;

    private Spared? Untold(Run run) =>
        WhyUntold(run) is { } why
            ? new Spared(run.Id, $"run {run.Id}", $"is lost, and may have left processes: {why}")
            : null;

    // Where the successor would have to wait too.
    private string? WhyUntold(Run run) =>
        ground.Here.ProcessOf(run.Ask.Owner) is null ? "its owner was of another machine, boot or container"
        : TreeNote.Read(ground.Here.Folder, run.Id.Value).IsKept ? "its steps were no children of its keeper"
        : null;
}
