using Baton.Workflows.Syntax.Jobs;

namespace Baton.Workflows.Syntax.Calls;

/// <summary>A job that calls a workflow, with what it calls.</summary>
/// <param name="Caller">The workflow that the job stands in.</param>
/// <param name="Job">The job.</param>
/// <param name="Called">The workflow that it calls.</param>
/// <param name="Calls">The calls of that one.</param>
public sealed record CalledJobs(Workflow Caller, Job.Call Job, Workflow Called, IReadOnlyList<CalledJobs> Calls);
