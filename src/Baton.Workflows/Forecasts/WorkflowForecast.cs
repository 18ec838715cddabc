using Baton.Workflows.Syntax;

namespace Baton.Workflows.Forecasts;

/// <summary>What a workflow does on one occasion.</summary>
/// <param name="Workflow">The workflow: the one that is started, or one that is called.</param>
/// <param name="Group">The group of the workflow, or null.</param>
/// <param name="Jobs">Its jobs, in the order of the file.</param>
public sealed record WorkflowForecast(Workflow Workflow, GroupForecast? Group, IReadOnlyList<JobForecast> Jobs);
