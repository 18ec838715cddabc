using Baton.Workflows.Syntax.Matrices;

namespace Baton.Workflows.Forecasts;

/// <summary>One form of a job.</summary>
/// <param name="Form">
/// What the matrix is in it; null where the job has no matrix, where its forms are all alike, or where nobody knows them.
/// </param>
/// <param name="Group">The group that it takes, or null.</param>
/// <param name="Called">What the workflow that it calls does; null where it calls none, one whose file isn't given,
/// or one below more calls than anybody looks through.</param>
public sealed record FormForecast(Combination? Form, GroupForecast? Group, WorkflowForecast? Called);
