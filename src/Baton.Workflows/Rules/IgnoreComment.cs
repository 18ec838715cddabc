using System.Text.RegularExpressions;

namespace Baton.Workflows.Rules;

/// <summary>
/// <c># baton: ignore[rule-id] reason</c>: the rule is silent about this line, or about the next one where the comment
/// has a line of its own. Without a reason it doesn't count, and lint says so.
/// </summary>
/// <param name="Line">The line that it is about, from 1.</param>
/// <param name="At">The line where it stands.</param>
/// <param name="Ids">The ids.</param>
/// <param name="Reason">Why; empty where nobody says.</param>
internal sealed partial record IgnoreComment(int Line, int At, IReadOnlyList<string> Ids, string Reason)
{
    /// <summary>The comments of a file.</summary>
    public static IReadOnlyList<IgnoreComment> In(string text)
    {
        if (!text.Contains("baton: ignore[", StringComparison.Ordinal))
            return [];
        var lines = text.Split('\n');
        var found = new List<IgnoreComment>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Comment().Match(lines[i]) is not { Success: true } match)
                continue;
            var isAlone = string.IsNullOrWhiteSpace(lines[i][..match.Index]);
            found.Add(
                new IgnoreComment(
                    isAlone ? i + 2 : i + 1,
                    i + 1,
                    match
                        .Groups["ids"]
                        .Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                    match.Groups["reason"].Value.Trim()
                )
            );
        }

        return found;
    }

    [GeneratedRegex(@"#\s*baton:\s*ignore\[(?<ids>[\w, -]*)\](?<reason>.*)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Comment();
}
