using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>Any comment on an issue cancels the run that opening or editing the issue started.</summary>
internal static class CommentCancels
{
    public static Rule Rule { get; } =
        new("comment-cancels", "a comment cancels the run that the item itself started", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            foreach (
                var comment in starts.Where(start =>
                    start.Occasion.Event is "issue_comment" or "discussion_comment"
                    && start.Group?.AlwaysCancels() == true
                )
            )
            {
                var victim = starts.FirstOrDefault(other =>
                    other.Occasion.Event is "issues" or "pull_request" or "pull_request_target" or "discussion"
                    && other.CanDo()
                    && GroupMeeting.Of(comment, other) is Meeting.SameThing
                );
                if (victim is null)
                    continue;
                yield return new Suspicion(
                    workflow.File,
                    comment.Group!.Place(),
                    $"a comment on the item ({comment.Occasion}) cancels the run that {victim.Occasion} started: both have the group {OneLine.Quoted(comment.Group!.Name.All[0].Outcome.ToString()!)}",
                    "put github.event_name into the name of the group, or comments into a workflow of their own"
                );
                break;
            }
        }
    }
}
