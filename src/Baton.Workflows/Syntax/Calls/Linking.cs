using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;

namespace Baton.Workflows.Syntax.Calls;

/// <summary>A workflow with all that it calls.</summary>
/// <param name="Calls">Its calls whose files were given, in the order of the file.</param>
/// <param name="Missing">The calls whose files were not.</param>
/// <param name="Findings">What doesn't fit between callers and called.</param>
public sealed record Linking(
    IReadOnlyList<CalledJobs> Calls,
    IReadOnlyList<Job.Call> Missing,
    IReadOnlyList<Finding> Findings
);
