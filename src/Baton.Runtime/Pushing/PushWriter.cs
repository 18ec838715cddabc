using System.Globalization;
using Baton.Runtime.Asking;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing;

/// <summary>
/// Commits what changed and gets it to a branch that others write too. The simple way (pull, rebase, push, and again)
/// touches the work tree, loses what conflicts, and calls it a success. Here the commit is made beside the work tree and
/// pushed at once. Where others were faster their commits are fetched, the change is merged with them in memory, and pushed
/// on condition that the branch is still where it was read. What nobody answered is looked for on the branch, by the push
/// id, before it is tried again: so it is there once. The clone follows when all is done, or not at all.
/// </summary>
/// <param name="git">Calls git.</param>
/// <param name="clock">Measures deadlines and pauses.</param>
/// <param name="chance">Numbers from 0 to 1.</param>
/// <param name="observer">Is told what happens.</param>
public sealed class PushWriter(GitProgram git, TimeProvider clock, Func<double> chance, IPushObserver observer)
{
    /// <summary>Pushes.</summary>
    /// <exception cref="AskingException">What is asked for can't be had here.</exception>
    /// <exception cref="GitException">git fails in the clone.</exception>
    public async ValueTask<PushReport> PushAsync(PushOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var started = clock.GetTimestamp();
        var repository = new WorkRepository(git, GitPlace.In(order.Folder), cancellation);
        var checkout = Checkout.Read(repository, order.Folder);
        var target = PushTarget.Find(repository, git, (checkout, order), cancellation);
        using var scratch = ScratchRepository.Make(
            Path.Combine(checkout.Own, "baton"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"push{Environment.ProcessId}x{(long)(chance() * int.MaxValue)}"
            ),
            ObjectFormat.Sha1
        );
        var maker = new ChangeMaker(repository, checkout, order, Path.Combine(scratch.Path, "index"));
        var tree = maker.Tree();
        var commits = Commits(repository, (checkout, target, order), (maker, tree));
        var report = new PushReport(new PushEnd.NothingToCommit(), target.Branch, target.Shown)
        {
            Submodules = maker.Submodules,
            IsRehearsal = order.IsRehearsal,
        };
        if (commits.Count == 0)
            return report with { Took = clock.GetElapsedTime(started) };
        report = report with { Changes = repository.Changes(commits[0].Trees.Before, tree) };
        var merge = new TreeMerge(repository, order.Rules, Path.Combine(scratch.Path, "merge-index"));
        var remote = new RemoteBranch(repository, target.Remote, target.FullName);
        var attempts = new PushAttempts((clock, started), (chance, observer), order.Patience);
        try
        {
            var rounds = new PushRounds((remote, new Replay(repository, merge, commits)), commits[^1].Commit, attempts);
            var end = order.IsRehearsal
                ? rounds.Rehearse()
                : await rounds.GoAsync(target.Expected, cancellation).ConfigureAwait(false);
            var note = new FollowNote(Path.Combine(checkout.Own, "baton"));
            if (end is PushEnd.NoChange && note.Of(checkout.Head) is { } before && remote.Has(before))
                end = new PushEnd.Pushed(before, PushWay.Found);
            if (end is PushEnd.Pushed pushed && !order.IsRehearsal)
            {
                note.Leave(checkout.Head, pushed.Commit);
                end = pushed with
                {
                    Following = Follow((repository, checkout, target), (report.Changes, tree, scratch), pushed),
                };
                note.Remove();
            }

            return report with
            {
                End = end,
                Attempts = attempts.Count,
                Paused = attempts.Paused,
                Took = clock.GetElapsedTime(started),
            };
        }
        finally
        {
            remote.Close();
        }
    }

    private static List<Unpushed> Commits(
        WorkRepository repository,
        (Checkout Checkout, PushTarget Target, PushOrder Order) place,
        (ChangeMaker Maker, string Tree) made
    )
    {
        var (checkout, target, order) = place;
        var commits = new List<Unpushed>();
        if (target is { IsOwn: true, Known: { } known } && checkout.Head is { } head)
            commits.AddRange(
                Unpushed.Read(
                    repository,
                    (known, head),
                    (parent, tree) => PushTrailer.IdOf(parent, tree, "", target.Branch, order.ExternalRun)
                )
            );
        if (made.Tree == checkout.Tree)
            return commits;
        var (commit, id) = made.Maker.Commit(made.Tree, target.Branch);
        commits.Add(new Unpushed(commit, checkout.Head, (checkout.Tree, made.Tree), id));
        return commits;
    }

    private static Following Follow(
        (WorkRepository Repository, Checkout Checkout, PushTarget Target) place,
        (IReadOnlyList<TreeChange> Changes, string Tree, ScratchRepository Scratch) made,
        PushEnd.Pushed pushed
    )
    {
        var (repository, checkout, target) = place;
        if (!target.IsOwn)
            return new Following(false, $"{checkout.Branch} is checked out, not {target.Branch}");
        if (pushed.IsPartial)
            return new Following(false, "a part of the change is only here");
        var index = Path.Combine(made.Scratch.Path, "follow-index");
        return new Follower(repository, checkout, index).Go(made.Changes, made.Tree, pushed.Commit);
    }
}
