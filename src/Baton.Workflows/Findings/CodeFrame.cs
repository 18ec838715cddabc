using System.Globalization;

namespace Baton.Workflows.Findings;

/// <summary>A finding with the line of the file that it is about, and a mark below the place.</summary>
public static class CodeFrame
{
    private const int Before = 50;
    private const int Width = 90;

    /// <summary>Its lines; nothing in them can act on a terminal or a CI service.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="text">The file's text; without it the finding stands alone.</param>
    public static IEnumerable<string> Of(Finding finding, string text)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(text);
        var severity = finding.Severity == Severity.Error ? "error" : "warning";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{OneLine.Of(finding.File, 300)}:{finding.Line}:{finding.Column}: {severity}: {finding.Message}"
        );
        if (Line(text, finding.Line) is not { } line)
        {
            if (finding.Hint is { } alone)
                yield return $"  {alone}";
            yield break;
        }

        var number = finding.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var at = Math.Clamp(finding.Column - 1, 0, line.Length);
        var from = at > Before ? at - Before : 0;
        var to = Math.Min(line.Length, from + Width);
        var lead = (from > 0 ? "…" : "") + Shown(line[from..at]);
        yield return $"{number} | {lead}{Shown(line[at..to])}{(to < line.Length ? "…" : "")}";
        var length = Math.Clamp(finding.Length, 1, Math.Max(1, to - at));
        yield return $"      | {new string(' ', lead.Length)}{new string('^', length)} {finding.Hint}".TrimEnd();
    }

    private static string Shown(string part) => OneLine.Of(part.Replace('\t', ' '), int.MaxValue);

    private static string? Line(string text, int number)
    {
        var rest = text.AsSpan();
        for (var i = 1; i < number && rest.Length > 0; i++)
        {
            var end = rest.IndexOf('\n');
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        var stop = rest.IndexOf('\n');
        var line = (stop < 0 ? rest : rest[..stop]).TrimEnd('\r');
        return line.IsWhiteSpace() ? null : line.ToString();
    }
}
