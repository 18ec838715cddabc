using Baton.Workflows.Meetings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Matrices;

namespace Baton.Workflows.Rules;

/// <summary><c>strategy</c> without a matrix, taken for a guard: <c>max-parallel</c> counts the forms of one run's job.</summary>
internal static class StrategyWithoutMatrix
{
    public static Rule Rule { get; } =
        new("strategy-without-matrix", "fail-fast and max-parallel without a matrix do nothing", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set) =>
        set.Workflows.SelectMany(workflow =>
            workflow
                .Jobs.Where(job => job.Strategy is Setting<Strategy>.Written { Value.Matrix: null })
                .Select(job => new Suspicion(
                    workflow.File,
                    job.Strategy!.Node,
                    "without a matrix this does nothing: max-parallel and fail-fast count the forms of one job in one run, not runs",
                    "a group (concurrency:) is what keeps runs apart"
                ))
        );
}
