using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>
/// GitHub takes the group of a workflow before it looks at the conditions of its jobs, so a run that skips them all
/// still cancels one that works: https://github.com/BrighterCommand/Brighter/pull/4372
/// </summary>
internal static class IdleRunCancels
{
    // What was pushed makes the run before it out of date whether the new one does anything or not.
    private static readonly string?[] NewCommits = ["opened", "synchronize", "reopened", "closed"];

    // These are the same for all runs about one item, or for all of the repository.
    private static readonly string[] Lasting =
    [
        "repository",
        "head.repo",
        "user.",
        "base.",
        "head.ref",
        "head_ref",
        "labels",
        "draft",
        "author_association",
        "github.actor",
        "sender",
        "issue.pull_request",
        "workflow_run.event",
        "workflow_run.head",
    ];

    public static Rule Rule { get; } =
        new("idle-run-cancels", "a run that skips all its jobs cancels one that works", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            foreach (var start in starts.Where(start => start.Group?.AlwaysCancels() == true && MayBeIdle(start)))
            {
                if (start.Forecast.Idle(Matters) is not { } when || Victim(start, starts) is not { } victim)
                    continue;
                yield return new Suspicion(
                    workflow.File,
                    start.Group!.Place(),
                    $"a run on {start.Occasion} skips all its jobs {(when == "always" ? "always" : "where " + OneLine.Of(when, 160))}, and cancels the run on {victim.Occasion} nevertheless: the group is taken before conditions are looked at",
                    "give the group to the job that has the condition, not to the workflow"
                );
                break;
            }
        }
    }

    private static bool MayBeIdle(Start start) =>
        start.Occasion.Event is not ("push" or "schedule" or "workflow_dispatch" or "merge_group" or "release")
        && !(start.Occasion.IsPullRequest() && NewCommits.Contains(start.Occasion.Activity, StringComparer.Ordinal));

    private static Start? Victim(Start start, IReadOnlyList<Start> starts) =>
        starts.FirstOrDefault(other => other.CanDo() && GroupMeeting.Of(start, other).OfOneThing);

    private static bool Matters(GuardTerm term) =>
        term.Atom.Doubt is null
        && term.Atom.Sentence(term.Answer) is var sentence
        && !Array.Exists(Lasting, name => sentence.Contains(name, StringComparison.OrdinalIgnoreCase));
}
