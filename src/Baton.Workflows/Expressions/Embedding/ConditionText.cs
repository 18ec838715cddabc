using Baton.Workflows.Expressions.Syntax;

namespace Baton.Workflows.Expressions.Embedding;

/// <summary>
/// The text of an <c>if</c>. Without <c>${{ }}</c> all of it is one expression; with them it is the text that comes out, which is
/// why <c>${{ x }} == 'y'</c> is always true. GitHub puts <c>success() &amp;&amp;</c> before a condition that doesn't ask for the
/// status: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions
/// </summary>
public static class ConditionText
{
    private static readonly string[] StatusFunctions = ["always", "cancelled", "failure", "success"];

    /// <summary>Reads a condition. Never throws on what it holds.</summary>
    public static ExpressionTextReading Read(string text, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(ExpressionText.Opening, StringComparison.Ordinal)
            ? ExpressionText.Read(text, vocabulary)
            : Whole(text, vocabulary);
    }

    /// <summary>Whether a condition asks for the status of what ran before.</summary>
    public static bool AsksStatus(ExpressionText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text
            .Parts.OfType<EmbeddedPart.Embedded>()
            .Any(part => part.Expression.Root is { } root && AsksStatus(root));
    }

    /// <summary>
    /// The expression that GitHub evaluates for a condition, with the <c>success()</c> that nobody wrote; null where
    /// the condition mixes expressions with text.
    /// </summary>
    public static string? Evaluated(ExpressionText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Parts is not [EmbeddedPart.Embedded { Expression.Text: var only }] ? null
            : AsksStatus(text) ? only
            : only.Length == 0 ? "success()"
            : $"success() && ({only})";
    }

    private static bool AsksStatus(Node node) =>
        (node is Node.Call call && StatusFunctions.Contains(call.Function.Name, StringComparer.OrdinalIgnoreCase))
        || node.Parts.Any(AsksStatus);

    private static ExpressionTextReading Whole(string text, Vocabulary vocabulary)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        return Expression.Read(text.Trim(), vocabulary) switch
        {
            ExpressionReading.Read read => new ExpressionTextReading.Read(
                new ExpressionText(text, [new EmbeddedPart.Embedded(read.Expression, start)])
            ),
            ExpressionReading.Malformed { Error: var error } => new ExpressionTextReading.Malformed(
                error with
                {
                    Index = error.Index + start,
                }
            ),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }
}
