using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Evaluating;

/// <summary>
/// Watches an evaluation for what nobody knows: a run has it, so taking it for null would give a wrong value. What is
/// not evaluated may be unknown.
/// </summary>
/// <param name="unknown">What <c>github</c> has and nobody knows, with the reason, by name.</param>
internal sealed class UnknownReads(IReadOnlyDictionary<string, string> unknown)
{
    private (Node Node, string Name, string Why)? first;

    /// <summary>Looks at a part that was evaluated.</summary>
    public void See(Node node, Value value)
    {
        if (
            first is null
            && node is Node.Index { Target: Node.Context { Name: var context }, Key: Node.Literal { Value: var key } }
            && string.Equals(context, "github", StringComparison.OrdinalIgnoreCase)
            && unknown.TryGetValue(Coercion.ToText(key), out var why)
        )
            first = (node, Coercion.ToText(key), why);
    }

    /// <summary>The evaluation, or the error that something isn't known.</summary>
    /// <param name="evaluation">What came of it.</param>
    /// <param name="start">Where the expression starts in what is shown.</param>
    public Evaluation Checked(Evaluation evaluation, int start) =>
        first is not var (node, name, why)
            ? evaluation
            : new Evaluation.Failed(
                new ExpressionError(
                    ErrorKind.Evaluation,
                    $"github.{OneLine.Of(name)} is not known: {why}",
                    node.Start + start,
                    node.End - node.Start
                )
                {
                    Hint = $"say it with --context: {{\"github\": {{\"{OneLine.Of(name)}\": …}}}}",
                }
            );
}
