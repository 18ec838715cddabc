using System.Globalization;
using Baton.Workflows.Findings;
using Baton.Workflows.Rules;

namespace Baton.Cli.Output.Linting;

/// <summary>Findings for people: each with its line, on a terminal in colour. https://no-color.org</summary>
internal static class LintText
{
    private const string Bold = "\u001b[1m",
        Red = "\u001b[31m",
        Yellow = "\u001b[33m",
        Off = "\u001b[0m";

    public static async Task ShowAsync(LintResult result, Surroundings surroundings)
    {
        var isPainted = surroundings.CanRedraw() && surroundings.Set("NO_COLOR") is null;
        foreach (var found in result.Findings)
        {
            var lines = Lines(found, result.TextOf(found.Finding.File));
            foreach (var line in isPainted ? Painted(lines, found.Finding.Severity) : lines)
                await surroundings.Out.WriteLineAsync(line).ConfigureAwait(false);
        }

        await surroundings.Error.WriteLineAsync(Sum(result)).ConfigureAwait(false);
    }

    private static List<string> Lines(RuleFinding found, string text) =>
        [.. CodeFrame.Of(found.Finding with { Message = $"{found.Finding.Message} [{found.Id}]" }, text)];

    private static IEnumerable<string> Painted(List<string> lines, Severity severity)
    {
        var colour = severity == Severity.Error ? Red : Yellow;
        for (var i = 0; i < lines.Count; i++)
            yield return i switch
            {
                0 => $"{Bold}{lines[i]}{Off}",
                2 => $"{colour}{lines[i]}{Off}",
                _ => lines[i],
            };
    }

    private static string Sum(LintResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(result.Findings.Count, "finding")} in {Count(result.Files, "file")}"
        );

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
