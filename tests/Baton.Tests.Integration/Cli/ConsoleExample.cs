using System.Text.RegularExpressions;

namespace Baton.Tests.Integration.Cli;

/// <summary>A block of a page that shows commands after <c>$</c> and what they say.</summary>
/// <param name="Page">The page's path in the repository.</param>
/// <param name="Line">Where the block starts, from 1.</param>
/// <param name="Steps">Its commands, each with the lines that follow it.</param>
internal sealed partial record ConsoleExample(string Page, int Line, IReadOnlyList<(string Command, string Says)> Steps)
{
    /// <summary>All blocks of a page.</summary>
    public static IEnumerable<ConsoleExample> Of(string page, string text) =>
        from Match block in Block().Matches(text)
        let line = text[..block.Index].Count(c => c == '\n') + 1
        select new ConsoleExample(page, line, [.. StepsOf(block.Groups[1].Value)]);

    private static IEnumerable<(string Command, string Says)> StepsOf(string block) =>
        from Match step in Step().Matches(block)
        select (step.Groups[1].Value, step.Groups[2].Value.TrimEnd('\n'));

    [GeneratedRegex(@"^```console\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$ (.*)\n((?:(?!\$ ).*\n)*)", RegexOptions.Multiline, 1000)]
    private static partial Regex Step();
}
