using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions;

/// <summary>What an evaluation may know.</summary>
/// <param name="Contexts">The contexts by name; one that is not there is null.</param>
public sealed record EvaluationContext(Properties Contexts)
{
    /// <summary>How things went so far.</summary>
    public JobStatus Status { get; init; } = JobStatus.Success;

    /// <summary>The files that <c>hashFiles</c> sees; without any it refuses.</summary>
    public IFileTree? Files { get; init; }

    /// <summary>The most bytes that the evaluation may hold at once.</summary>
    public int Memory { get; init; } = ExpressionLimits.Memory;
}
