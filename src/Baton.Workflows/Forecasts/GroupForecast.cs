using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Syntax;

namespace Baton.Workflows.Forecasts;

/// <summary>The group that a workflow or a job takes, for one occasion.</summary>
/// <param name="Concurrency">What the file says.</param>
/// <param name="Name">The names that the group can have; names compare without case.</param>
/// <param name="CancelsInProgress">Whether a newer run cancels the one that holds it.</param>
/// <param name="Queue">How many may wait: <c>single</c> or <c>max</c>.</param>
public sealed record GroupForecast(
    Concurrency Concurrency,
    Possibilities<SymbolicText> Name,
    Possibilities<bool> CancelsInProgress,
    Possibilities<SymbolicText> Queue
);
