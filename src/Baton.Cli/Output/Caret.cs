using System.Globalization;
using Baton.Workflows.Expressions;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output;

/// <summary>Shows where in an expression something is wrong.</summary>
internal static class Caret
{
    private const int Around = 50;

    /// <summary>The line of the expression with the place in it, cut to what is near, and a caret below it.</summary>
    public static IEnumerable<string> Below(string text, ExpressionError error)
    {
        var at = Math.Min(error.Index, text.Length);
        var start = text.AsSpan(0, at).LastIndexOf('\n') + 1;
        var end = text.AsSpan(at).IndexOf('\n') is var length and >= 0 ? at + length : text.Length;
        if (end == start)
            yield break;
        if (text.Contains('\n', StringComparison.Ordinal))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"in line {text.AsSpan(0, at).Count('\n') + 1}, column {at - start + 1}:"
            );
        var from = at - start > Around ? at - Around : start;
        var to = end - at > Around ? at + Around : end;
        var before = (from > start ? "…" : "") + OneLine.Of(text[from..at], int.MaxValue);
        yield return $"  {before}{OneLine.Of(text[at..to], int.MaxValue)}{(to < end ? "…" : "")}";
        yield return $"  {new string(' ', before.Length)}^";
    }
}
