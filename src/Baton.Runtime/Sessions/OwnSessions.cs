using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Sessions;

/// <summary>
/// Finds the sessions of one CI run. Their owner is told by that run's id and attempt, and by nothing that a duplicate has
/// too: so whoever was turned away can't end what turned him away.
/// </summary>
/// <param name="scope">Where they are kept.</param>
/// <param name="session">Which is meant; its run id says whose.</param>
public sealed class OwnSessions(ITendedScope scope, Session session)
{
    /// <summary>The attempt of the CI run; none where it isn't known, and then any is meant.</summary>
    public int? Attempt { get; init; }

    /// <summary>The live one that holds a key, or nothing.</summary>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public async ValueTask<Run?> HolderAsync(ResourceName key, CancellationToken cancellation)
    {
        var own = await AllAsync(cancellation).ConfigureAwait(false);
        return own.FirstOrDefault(run => run.IsActive && run.Ask.Needs.Any(need => need.Resource == key));
    }

    /// <summary>Those that are shown by a key, newest first.</summary>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public async ValueTask<IReadOnlyList<Run>> ShownAsAsync(string key, CancellationToken cancellation) =>
        [
            .. (await AllAsync(cancellation).ConfigureAwait(false)).Where(run =>
                Session.Of(run.Ask.Origin).IsShownAs(key)
            ),
        ];

    /// <summary>
    /// Whether a run is kept for the job that asks: the legs of a matrix have the run's id in common, and are jobs of their
    /// own all the same. What no note on this machine tells of is kept on another, for another job.
    /// </summary>
    /// <param name="run">A live run.</param>
    /// <param name="folder">Where this machine keeps its notes of the store.</param>
    /// <param name="followed">The process with whose end the asking job ends.</param>
    public static bool IsKeptFor(Run run, string folder, ProcessIdentity? followed)
    {
        ArgumentNullException.ThrowIfNull(run);
        var note = TreeNote.Read(folder, run.Id.Value);
        return note is { IsKept: true, Owner: { } keeper }
            && ProcessIdentity.Of(keeper.Pid) == keeper
            && note.Follows == followed;
    }

    private async ValueTask<IReadOnlyList<Run>> AllAsync(CancellationToken cancellation) =>
        session.RunId is not { Length: > 0 } id
            ? []
            :
            [
                .. (await scope.FindRunsAsync(id, cancellation).ConfigureAwait(false)).Where(run =>
                    run.Ask.Origin.ExternalRunId == id
                    && (Attempt is null || run.Ask.Origin.Attempt is null || run.Ask.Origin.Attempt == Attempt)
                ),
            ];
}
