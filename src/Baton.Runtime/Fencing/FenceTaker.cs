using System.Diagnostics;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing;

namespace Baton.Runtime.Fencing;

/// <summary>
/// Moves the fences of a run between its grant and its start. A lease tells a holder that it may no longer write; one that
/// sleeps doesn't hear it, and writes when it wakes. So the target itself has to refuse: it keeps a ref that every
/// granted run moves before it starts, and a push for the run moves that ref again together with the branch, from where
/// this run has put it. Who was overtaken expects it where it no longer is, and git's server refuses the push as a whole.
/// </summary>
/// <param name="git">Calls git.</param>
/// <param name="clock">Measures spans.</param>
/// <param name="chance">Random bytes.</param>
public sealed class FenceTaker(GitProgram git, TimeProvider clock, Func<byte[]> chance)
{
    // Each is a token that another store has given out meanwhile.
    private const int MostRaises = 20;

    /// <summary>The fences.</summary>
    public required IReadOnlyList<FenceWish> Wishes { get; init; }

    /// <summary>The folder in which their remotes are named.</summary>
    public required string Folder { get; init; }

    /// <summary>A folder where a repository of our own may be made.</summary>
    public required string Scratch { get; init; }

    /// <summary>The scope's name.</summary>
    public required string Scope { get; init; }

    /// <summary>Gives the store's id.</summary>
    public required Func<CancellationToken, ValueTask<string>> StoreId { get; init; }

    /// <summary>Is told when another store is seen at a fence.</summary>
    public Action<string> OnOtherStore { get; init; } = _ => { };

    /// <summary>Moves them.</summary>
    /// <param name="granted">The run.</param>
    /// <param name="raise">Gives the run a token above another; nothing if it is no longer its owner's.</param>
    /// <param name="within">How long it may take.</param>
    /// <param name="cancellation">Calls it off.</param>
    public async ValueTask<FenceEnd> TakeAsync(
        Run granted,
        Func<long, ValueTask<Run?>> raise,
        TimeSpan within,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(granted);
        ArgumentNullException.ThrowIfNull(raise);
        var own = Wishes.Where(wish => IsTaken(granted, wish)).ToList();
        if (own.Count == 0)
            return new FenceEnd.Moved(granted, []);
        var store = await StoreId(cancellation).ConfigureAwait(false);
        var (run, started) = (granted, clock.GetTimestamp());
        for (var raises = 0; raises < MostRaises; raises++)
        {
            var passes = new List<FencePass>();
            var end = FenceStep.Moved;
            foreach (var there in own.GroupBy(wish => wish.Remote, StringComparer.Ordinal))
            {
                var names = there.Select(wish => (FenceName.Of(Scope, wish.Group), wish.Group)).ToList();
                end = await MoveAsync((there.Key, names), (store, run.Token), (started, within), cancellation)
                    .ConfigureAwait(false);
                if (end is not FenceStep.Done done)
                    break;
                passes.AddRange(done.Passes);
            }

            switch (end)
            {
                case FenceStep.Done:
                    return new FenceEnd.Moved(run, passes);
                case FenceStep.Over over:
                    return over.End;
                case FenceStep.Smaller smaller:
                    OnOtherStore(
                        $"another store guards the same target: its fence has seen token {smaller.Than}, and this run is given a larger one. Two stores that don't know of each other let two runs in at a time; name one store for both"
                    );
                    if (await raise(smaller.Than).ConfigureAwait(false) is not { } raised)
                        return new FenceEnd.Failed(FenceFault.Overtaken, "the run is no longer this process's");
                    run = raised;
                    break;
                default:
                    throw new UnreachableException(end.GetType().Name);
            }
        }

        return new FenceEnd.Failed(FenceFault.Unreachable, "another store gives out larger tokens all the time");
    }

    // What a run around it holds is not its own: that run has moved the fence, and this one works under it.
    private static bool IsTaken(Run run, FenceWish wish) =>
        run.Needs.Any(need => need.Resource == ResourceName.Group(wish.Group));

    private async ValueTask<FenceStep> MoveAsync(
        (string Remote, IReadOnlyList<(string Name, string Group)> Names) there,
        (string Store, long Token) mine,
        (long Started, TimeSpan Within) time,
        CancellationToken cancellation
    )
    {
        GitRemote remote;
        try
        {
            remote = GitRemote.Find(git, Folder, there.Remote, cancellation);
        }
        catch (GitException failure)
        {
            return FenceStep.Failed(FenceFault.Refused, failure.End.Message);
        }

        var mover = new FenceMover(clock, chance, mine) { Scope = Scope, Names = there.Names };
        FenceStep? step = null;
        foreach (var format in (ObjectFormat[])[ObjectFormat.Sha1, ObjectFormat.Sha256])
        {
            using var scratch = ScratchRepository.Make(Scratch, $"fence{Convert.ToHexStringLower(chance())}", format);
            var repository = new WorkRepository(git, remote.From(scratch), cancellation);
            var refs = new FenceRefs(repository, remote.Url, "refs/fence/");
            step = await mover.MoveAsync(refs, time, cancellation).ConfigureAwait(false);
            if (!mover.IsOfOtherFormat)
                break;
        }

        return step is FenceStep.Done
            ? new FenceStep.Done([
                .. there.Names.Select(one => new FencePass(
                    one.Name,
                    mine.Store,
                    mine.Token,
                    FencePass.TargetOf(remote.Url)
                )),
            ])
            : step!;
    }
}
