using Baton.Runtime.Health;

namespace Baton.Tests.Runtime.Health;

/// <summary>A machine in whose repository a workflow starts whenever the store moves its branches.</summary>
public static class StartingMachines
{
    public static IEnumerable<TheoryDataRow<string, Condition, string, Examination>> Unsound =>
        [
            new(
                "push-workflows",
                Condition.Warning,
                ".github/workflows/ci.yml starts at pushes",
                Machines.Far with
                {
                    StartedByRefs = [".github/workflows/ci.yml"],
                }
            ),
        ];
}
