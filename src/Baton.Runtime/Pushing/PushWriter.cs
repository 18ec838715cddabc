using Baton.Runtime.Asking;
using Baton.Runtime.Fencing;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing.Queueing;

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
/// <param name="chance">Random bytes, ten or more.</param>
/// <param name="observer">Is told what happens.</param>
public sealed class PushWriter(GitProgram git, TimeProvider clock, Func<byte[]> chance, IPushObserver observer)
{
    // Of what another worktree does nothing is seen: https://git-scm.com/docs/git-worktree#_refs
    private const string SeenFences = "refs/worktree/baton-fence/";

    private const string FenceElsewhere =
        "the run's fence is at another remote: nothing there would refuse this push if the run were overtaken";

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
            $"push{Convert.ToHexStringLower(chance())}",
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
        if (!order.RunsHooks && LargeFiles.Warning(repository, checkout, (tree, report.Changes)) is { } pointers)
            report = report with { Warnings = [pointers] };
        var made = new Made((repository, checkout, target), order, (tree, commits), scratch);
        return await SendAsync(made, report, started, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<PushReport> SendAsync(
        Made made,
        PushReport report,
        long started,
        CancellationToken cancellation
    )
    {
        var (order, (repository, checkout, target)) = (made.Order, made.Place);
        var passes = order.Fences.Count == 0 ? [] : PassesOf(target.Url(git, checkout.Root, cancellation), order);
        if (passes.Count < order.Fences.Count)
            report = report with { Warnings = [.. report.Warnings, FenceElsewhere] };
        var remote = new RemoteBranch(repository, target.Remote, target.FullName)
        {
            RunsHooks = order.RunsHooks,
            Fence = new PushFence(new FenceRefs(repository, target.Remote, SeenFences), passes, chance),
        };
        var attempts = new PushAttempts((clock, started), (Fraction, observer), order.Patience);
        try
        {
            var (backup, trouble) = Keep(made, remote, attempts);
            var end = trouble ?? await GoAsync(made, remote, attempts, cancellation).ConfigureAwait(false);
            return report with
            {
                Backup = backup,
                End = Followed(made, (end, report.Changes), remote),
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

    private (string? Backup, PushEnd? Trouble) Keep(Made made, RemoteBranch remote, PushAttempts attempts)
    {
        if (made.Order is not { HasBackup: true, IsRehearsal: false })
            return (null, null);
        var backup = $"refs/baton/backup/{Ulid.Of(clock.GetUtcNow(), chance().AsSpan(0, 10))}";
        return remote.Keep(backup, attempts.Left) is { } trouble
            ? (
                null,
                new PushEnd.Refused(made.Commits[^1].Commit, $"{backup} can't be put where the branch is: {trouble}")
            )
            : (backup, null);
    }

    private ValueTask<PushEnd> GoAsync(
        Made made,
        RemoteBranch remote,
        PushAttempts attempts,
        CancellationToken cancellation
    )
    {
        var (order, (repository, checkout, target)) = (made.Order, made.Place);
        var merge = new TreeMerge(repository, order.Rules, Path.Combine(made.Scratch.Path, "merge-index"));
        // Nobody else may run its hooks or move its fence, older commits have no id, and an emergency waits for nobody.
        var mayBeLed = order is { RunsHooks: false, HasBackup: false, IsRehearsal: false, Fences.Count: 0 };
        if (mayBeLed && order.QueueClass is { } name && made.Commits is [var own] && made.Tree != checkout.Tree)
            return QueuedAsync((repository, target, remote, merge), (own, order, name), attempts, cancellation);
        var replay = new Replay(repository, merge, made.Commits);
        var rounds = new PushRounds((remote, replay), made.Commits[^1].Commit, attempts);
        return order.IsRehearsal
            ? new ValueTask<PushEnd>(rounds.Rehearse())
            : rounds.GoAsync(target.Expected, cancellation);
    }

    // What was pushed in an earlier try, and whose clone was taken there, is nothing new.
    private static PushEnd Followed(
        Made made,
        (PushEnd End, IReadOnlyList<TreeChange> Changes) came,
        RemoteBranch remote
    )
    {
        var checkout = made.Place.Checkout;
        var note = new FollowNote(Path.Combine(checkout.Own, "baton"));
        var end = came.End;
        if (end is PushEnd.NoChange && note.Of(checkout.Head) is { } before && remote.Has(before))
            end = new PushEnd.Pushed(before, PushWay.Found);
        if (end is not PushEnd.Pushed pushed || made.Order.IsRehearsal)
            return end;
        note.Leave(checkout.Head, pushed.Commit);
        var following = Follow(made.Place, (came.Changes, made.Tree, made.Scratch), pushed);
        note.Remove();
        return pushed with { Following = following };
    }

    private async ValueTask<PushEnd> QueuedAsync(
        (WorkRepository Repository, PushTarget Target, RemoteBranch Remote, TreeMerge Merge) place,
        (Unpushed Own, PushOrder Order, string Class) what,
        PushAttempts attempts,
        CancellationToken cancellation
    )
    {
        var (repository, target, remote, merge) = place;
        var name = QueueName.Of(target.FullName, what.Class);
        var queue = new QueueRefs(repository, target.Remote, (target.FullName, name));
        try
        {
            var rounds = new QueuedRounds((remote, queue, repository, merge), what.Own, attempts)
            {
                Stall = what.Order.QueueStall,
                Means = (clock, Fraction, name.Ticket(clock.GetUtcNow(), chance().AsSpan(0, 10))),
            };
            return await rounds.GoAsync(target.Expected, cancellation).ConfigureAwait(false);
        }
        finally
        {
            queue.Close();
        }
    }

    private double Fraction() => BitConverter.ToUInt32(chance()) / (double)uint.MaxValue;

    private static List<FencePass> PassesOf(string url, PushOrder order) =>
        [.. order.Fences.Where(pass => pass.Target == FencePass.TargetOf(url))];

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

    /// <summary>A change that is ready to be pushed.</summary>
    private sealed record Made(
        (WorkRepository Repository, Checkout Checkout, PushTarget Target) Place,
        PushOrder Order,
        (string Tree, IReadOnlyList<Unpushed> Commits) What,
        ScratchRepository Scratch
    )
    {
        public string Tree => What.Tree;

        public IReadOnlyList<Unpushed> Commits => What.Commits;
    }
}
