using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax.Steps;

namespace Baton.Workflows.Rules;

/// <summary>A forced push of a branch that people push to as well: what they pushed meanwhile is gone.</summary>
internal static class ForcedPush
{
    private static readonly string[] Shared = ["main", "master", "develop", "dev", "trunk"];

    public static Rule Rule { get; } =
        new("forced-push", "a forced push of a shared branch removes what others pushed meanwhile", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var workflow in set.Workflows)
        {
            foreach (var step in workflow.Jobs.SelectMany(Writes.StepsOf).OfType<Step.Run>())
            {
                var push = GitPush
                    .In(Writes.ScriptOf(step) ?? "")
                    .FirstOrDefault(push =>
                        !push.IsOfNoBranch
                        && push.IsForced
                        && push.Remote == "origin"
                        && Shared.Contains(push.Branch, StringComparer.Ordinal)
                    );
                if (push is not null)
                    yield return new Suspicion(
                        workflow.File,
                        step.Command.Node,
                        $"{OneLine.Quoted(push.Text, 80)} overwrites {push.Branch}: what others pushed since the checkout is lost, and nobody hears of it",
                        "fetch, rebase and push again without force, or push with `baton push`"
                    );
            }
        }
    }
}
