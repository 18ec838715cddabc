using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Steps;

namespace Baton.Workflows.Rules;

/// <summary>A push whose failure is swallowed: a run that lost the race is green, and its commit is gone.</summary>
internal static class SwallowedPush
{
    public static Rule Rule { get; } = new("swallowed-push", "a push that is refused counts as a success", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var workflow in set.Workflows)
        {
            foreach (var step in workflow.Jobs.SelectMany(Writes.StepsOf).OfType<Step.Run>())
            {
                var push = GitPush
                    .In(Writes.ScriptOf(step) ?? "")
                    .FirstOrDefault(push => !push.IsOfNoBranch && (push.IsSwallowed || Goes(step)));
                if (push is not null)
                    yield return new Suspicion(
                        workflow.File,
                        step.Command.Node,
                        $"if {OneLine.Quoted(push.Text, 80)} is refused, the run is green all the same and its commit is lost",
                        "let it fail, or rebase and try again: `baton push` does"
                    );
            }
        }
    }

    private static bool Goes(Step.Run step) => step.ContinueOnError is Setting<bool>.Written { Value: true };
}
