using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Forge;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Gating.Marks;

/// <summary>
/// Puts marks on an issue, each once. A label and an assignee are there or not, so they are put again without harm; a
/// comment would be there twice. So whoever writes it takes a key before, in the store, which forgets nothing; the key
/// stays taken for longer than the service's reads lag, whatever became of the try; and whoever has the key looks for the
/// comment before it writes one.
/// </summary>
/// <param name="forge">The service.</param>
/// <param name="store">The scope, which has the journal.</param>
/// <param name="here">This process's surroundings.</param>
/// <param name="issue">The issue.</param>
public sealed class Marker(ForgeClient forge, IScopeStore store, Surroundings here, long issue)
{
    private readonly OwnMarks _own = new(store, issue);
    private readonly List<string> _troubles = [];
    private int _asked;

    /// <summary>Makes the ids of what it asks for.</summary>
    public required Func<string> FreshId { get; init; }

    /// <summary>Told what it waits for.</summary>
    public Action<string> OnPause { get; init; } = _ => { };

    /// <summary>
    /// Whether Baton's comment is looked for before one is written. Only a test that shows what happens otherwise says no.
    /// </summary>
    internal bool Looks { get; init; } = true;

    /// <summary>Puts marks for a run that was granted; says what could not be put, one sentence each without a full stop.</summary>
    public ValueTask<IReadOnlyList<string>> PutAsync(
        Run gate,
        IReadOnlyList<Mark> marks,
        CancellationToken cancellation
    ) => PutAsync(gate, marks, mark => MarkText.Working(issue, gate, mark.Value), cancellation);

    /// <summary>Says in the comment, if there is to be one, why a run that was granted begins nothing.</summary>
    public ValueTask<IReadOnlyList<string>> TellAsync(
        Run gate,
        IReadOnlyList<Mark> marks,
        (string What, string? Url) found,
        CancellationToken cancellation
    ) =>
        PutAsync(
            gate,
            [.. marks.Where(mark => mark.Kind == MarkKind.Comment)],
            mark => MarkText.Done(issue, gate, mark.Value, found),
            cancellation
        );

    private async ValueTask<IReadOnlyList<string>> PutAsync(
        Run gate,
        IReadOnlyList<Mark> marks,
        Func<Mark, string> textOf,
        CancellationToken cancellation
    )
    {
        foreach (var mark in marks)
            try
            {
                if (mark.Kind == MarkKind.Comment)
                    await CommentAsync(gate, mark, textOf(mark), cancellation).ConfigureAwait(false);
                else
                    await SetAsync(gate, mark, cancellation).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is ForgeException or StoreException)
            {
                _troubles.Add(failure.Message);
            }
        return _troubles;
    }

    /// <summary>Puts what is there or not. The journal says before that it is ours, and for which run.</summary>
    private async ValueTask SetAsync(Run gate, Mark mark, CancellationToken cancellation)
    {
        Run? journal;
        for (
            var began = here.Clock.GetTimestamp();
            (journal = await AskAsync(gate, mark, cancellation).ConfigureAwait(false)) is null;
            await PauseAsync(MarkLimits.Look, cancellation).ConfigureAwait(false)
        )
            if (here.Clock.GetElapsedTime(began) > MarkLimits.Patience)
            {
                var what = $"{Mark.Kinds.For(mark.Kind)} {Plain.Text(mark.Value)}";
                _troubles.Add($"{what} is left to another run that is at it, or has died in the middle");
                return;
            }
        try
        {
            await PutAsync(mark, cancellation).ConfigureAwait(false);
        }
        catch (ForgeException failure)
        {
            await EndAsync(journal, failure.MayHaveApplied ? Conclusion.Failure : Conclusion.Cancelled, cancellation)
                .ConfigureAwait(false);
            throw;
        }
        await EndAsync(journal, Conclusion.Success, cancellation).ConfigureAwait(false);
    }

    private async ValueTask PutAsync(Mark mark, CancellationToken cancellation)
    {
        if (mark.Kind == MarkKind.Label)
        {
            await forge.AddLabelAsync(issue, mark.Value, cancellation).ConfigureAwait(false);
            return;
        }
        var assigned = await forge.AssignAsync(issue, mark.Value, cancellation).ConfigureAwait(false);
        if (!assigned.Assignees.Contains(mark.Value, StringComparer.OrdinalIgnoreCase))
            throw new ForgeException(
                ForgeFault.Refused,
                $"can't assign {Plain.Text(mark.Value)} to issue {issue}: whoever can't be assigned is left out without a word"
            );
    }

    private async ValueTask CommentAsync(Run gate, Mark mark, string text, CancellationToken cancellation)
    {
        var began = here.Clock.GetTimestamp();
        while (true)
        {
            if (await EditAsync(text, cancellation).ConfigureAwait(false))
                return;
            if (await AskAsync(gate, mark, cancellation).ConfigureAwait(false) is { } journal)
            {
                await WriteAsync(journal, text, cancellation).ConfigureAwait(false);
                return;
            }
            if (here.Clock.GetElapsedTime(began) > MarkLimits.Patience)
                throw new ForgeException(
                    ForgeFault.TimedOut,
                    $"the comment on issue {issue} is left to another run that is at it, and is not seen yet"
                );
            OnPause($"another run has just written the comment on issue {issue}, or tried to: it is looked for again");
            await PauseAsync(MarkLimits.Look, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>With the key in hand: looks, writes, and as long as nobody knows what became of it looks again.</summary>
    private async ValueTask WriteAsync(Run journal, string text, CancellationToken cancellation)
    {
        for (var began = here.Clock.GetTimestamp(); ; )
        {
            if (await EditAsync(text, cancellation).ConfigureAwait(false))
                break;
            journal = await RenewAsync(journal, cancellation).ConfigureAwait(false);
            try
            {
                await forge.CommentAsync(issue, text, cancellation).ConfigureAwait(false);
                break;
            }
            catch (ForgeException failure)
            {
                var isSpent = here.Clock.GetElapsedTime(began) > MarkLimits.Patience || !MayBeTriedAgain(failure);
                if (isSpent)
                {
                    var known = failure.MayHaveApplied ? Conclusion.Failure : Conclusion.Cancelled;
                    await EndAsync(journal, known, cancellation).ConfigureAwait(false);
                    throw;
                }
                (journal, var seen) = await AfterAsync(journal, failure, cancellation).ConfigureAwait(false);
                if (seen)
                    break; // a later look may be older than this one
            }
        }
        await EndAsync(journal, Conclusion.Success, cancellation).ConfigureAwait(false);
    }

    private static bool MayBeTriedAgain(ForgeException failure) =>
        failure.MayHaveApplied || (failure.MayPass && (failure.Pause ?? TimeSpan.Zero) <= MarkLimits.Settling);

    /// <summary>Waits until it makes sense to look and to write again.</summary>
    private async ValueTask<(Run Journal, bool IsSeen)> AfterAsync(
        Run journal,
        ForgeException failure,
        CancellationToken cancellation
    )
    {
        if (failure.MayHaveApplied)
        {
            OnPause($"{failure.Message}; it may be there all the same, so it is looked for before it is written again");
            return await SettleAsync(journal, cancellation).ConfigureAwait(false);
        }
        OnPause($"{failure.Message}; it is tried again");
        await PauseAsync(failure.Pause ?? MarkLimits.Look, cancellation).ConfigureAwait(false);
        return (journal, false);
    }

    /// <summary>Waits until the comment is seen, or until it would be if it were there.</summary>
    private async ValueTask<(Run Journal, bool IsSeen)> SettleAsync(Run journal, CancellationToken cancellation)
    {
        for (
            var since = here.Clock.GetTimestamp();
            here.Clock.GetElapsedTime(since) < MarkLimits.Settling;
            await PauseAsync(MarkLimits.Look, cancellation).ConfigureAwait(false)
        )
        {
            journal = await RenewAsync(journal, cancellation).ConfigureAwait(false);
            if (await IsSeenAsync(cancellation).ConfigureAwait(false))
                return (journal, true);
        }
        return (journal, false);
    }

    private async ValueTask<bool> EditAsync(string text, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is not { } comment)
            return false;
        if (comment.Body.ReplaceLineEndings("\n").TrimEnd() != text.TrimEnd())
            await forge.EditCommentAsync(comment.Id, text, cancellation).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<bool> IsSeenAsync(CancellationToken cancellation)
    {
        try
        {
            return await FindAsync(cancellation).ConfigureAwait(false) is not null;
        }
        catch (ForgeException)
        {
            return false; // it is looked for once more before it is written
        }
    }

    private async ValueTask<ForgeComment?> FindAsync(CancellationToken cancellation)
    {
        if (!Looks)
            return null;
        try
        {
            var comments = await forge.CommentsAsync(issue, cancellation).ConfigureAwait(false);
            return await _own.FindAsync(comments, cancellation).ConfigureAwait(false);
        }
        catch (ForgeException failure) when (failure.Fault == ForgeFault.NotFound)
        {
            return null; // an issue that was opened a moment ago; one that isn't there can't be written to either
        }
    }

    /// <summary>Takes the key of a mark; none while another has it, or tried lately.</summary>
    private async ValueTask<Run?> AskAsync(Run gate, Mark mark, CancellationToken cancellation)
    {
        var ask = new Ask
        {
            Run = new RunId(FreshId()),
            Request = OwnMarks.RequestOf(gate.Id, mark, ++_asked),
            Owner = here.Owner,
            Needs = [mark.Journal(issue)],
            Origin = gate.Ask.Origin,
            Lease = MarkLimits.Lease,
            MaxWait = MarkLimits.Look,
            Aging = gate.Ask.Aging,
        };
        var inTheWay = await store
            .ReadAsync((view, _) => (Picture.InTheWayOf(view, ask), IsTaken(view, ask)), cancellation)
            .ConfigureAwait(false);
        var isFreed = await new Lookout(store, here, ask.Run)
            .LookAsync(inTheWay.Item1, cancellation)
            .ConfigureAwait(false);
        if (inTheWay.Item2 && (!isFreed || mark.Kind == MarkKind.Comment))
            return null; // to ask would leave a record each time
        var applied = await store.ApplyAsync([new Command.Request(ask)], cancellation).ConfigureAwait(false);
        switch (applied.Decisions[0])
        {
            case Decision.Granted granted:
                return granted.Run;
            case Decision.Waiting waiting: // somebody was quicker
                await EndAsync(waiting.Run, Conclusion.Cancelled, cancellation).ConfigureAwait(false);
                return null;
            default:
                return null;
        }
    }

    private static bool IsTaken(Engine.Views.IScopeView view, Ask ask) =>
        ask.Needs.Any(need => view.Holds(need.Resource).Any(hold => !hold.IsLingering || !need.AsksAgain));

    /// <summary>The try that follows counts from now.</summary>
    private async ValueTask<Run> RenewAsync(Run journal, CancellationToken cancellation)
    {
        var renew = new Command.Renew(journal.Id, journal.Token, journal.Counter);
        var applied = await store.ApplyAsync([renew], cancellation).ConfigureAwait(false);
        return applied.Decisions[0].About is { State: RunState.Running } run
            ? run
            : throw new StoreException(
                StoreFault.Unavailable,
                $"the comment on issue {issue} is left to another run: this one was too slow, and was called lost"
            );
    }

    private async ValueTask EndAsync(Run journal, Conclusion conclusion, CancellationToken cancellation) =>
        await store
            .ApplyAsync([new Command.End(journal.Id, journal.Token, conclusion)], cancellation)
            .ConfigureAwait(false);

    private async ValueTask PauseAsync(TimeSpan span, CancellationToken cancellation) =>
        await Task.Delay(span, here.Clock, cancellation).ConfigureAwait(false);
}
