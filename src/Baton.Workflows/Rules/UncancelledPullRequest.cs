using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>A workflow on new commits of pull requests without a group: runs of old commits go on for nothing.</summary>
internal static class UncancelledPullRequest
{
    public static Rule Rule { get; } =
        new("uncancelled-pull-request", "a new commit of a pull request doesn't cancel the run of the old one", Find)
        {
            Persona = Persona.Strict,
        };

    private static IEnumerable<Suspicion> Find(WorkflowSet set) =>
        set.Each()
            .Select(one =>
                (
                    one.Workflow,
                    Start: one.Starts.FirstOrDefault(start =>
                        start.Occasion is { Event: "pull_request", Activity: "synchronize" } && !start.Groups().Any()
                    )
                )
            )
            .Where(one => one.Start is not null)
            .Select(one => new Suspicion(
                one.Workflow.File,
                one.Start!.Occasion.Trigger.Name,
                "a push to a pull request leaves the run of the commit before it going",
                "concurrency: {group: '${{ github.workflow }}-${{ github.ref }}', cancel-in-progress: ${{ github.event_name == 'pull_request' }}}"
            ));
}
