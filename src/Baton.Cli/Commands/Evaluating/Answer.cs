using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Explaining;

namespace Baton.Cli.Commands.Evaluating;

/// <summary>What became of a <see cref="Question"/>.</summary>
/// <param name="Text">What was asked.</param>
/// <param name="Evaluation">Its value, or why there is none.</param>
/// <param name="Steps">How it came about, where that was wanted.</param>
internal sealed record Answer(string Text, Evaluation Evaluation, IReadOnlyList<ExplainedStep> Steps);
