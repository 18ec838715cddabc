using System.Text;
using Baton.Cli.Commands;
using Baton.Cli.Options;

namespace Baton.Cli.Output;

/// <summary>The help of a verb: usage, what it does, options with their variables, examples. At most 80 columns.</summary>
public static class HelpPage
{
    private const int Width = 80;
    private const int Column = 26;

    /// <summary>Writes the page for the last verb of a path.</summary>
    public static string Of(IReadOnlyList<Verb> path)
    {
        var verb = path[^1];
        var line = string.Join(' ', path.Select(each => each.Name));
        var page = new StringBuilder();
        page.Append(CultureInfo, $"{Capital(verb.Says)}.\n\nusage: {Usage(line, verb)}\n");
        foreach (var paragraph in verb.Essay.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            page.Append(CultureInfo, $"\n{Wrapped(paragraph.Replace('\n', ' '), 0)}\n");
        Section(page, "commands", verb.Verbs.Where(below => !below.IsHidden).Select(below => (below.Name, below.Says)));
        Section(page, "options", verb.Options.Select(option => (Left(option), Right(option))));
        if (verb.Examples.Count > 0)
            page.Append("\nexamples:\n");
        foreach (var (example, meaning) in verb.Examples)
            page.Append(CultureInfo, $"  {example}\n{Wrapped(meaning, 6)}\n");
        if (path.Count == 1)
            page.Append("\nbaton COMMAND --help tells more; baton --version says what it runs on.\n");
        return page.ToString();
    }

    private static System.Globalization.CultureInfo CultureInfo => System.Globalization.CultureInfo.InvariantCulture;

    private static string Usage(string line, Verb verb) =>
        verb.Verbs.Count > 0 ? $"{line} COMMAND"
        : verb.Options.Count > 0 ? $"{line} [OPTIONS] {verb.Takes}".TrimEnd()
        : $"{line} {verb.Takes}".TrimEnd();

    private static string Left(Option option)
    {
        var name = option.Short is null ? option.Flag : $"{option.Short}, {option.Flag}";
        return $"{name} {option.Takes}".TrimEnd();
    }

    private static string Right(Option option)
    {
        var repeats = option.Repeats ? "; may be repeated" : "";
        var otherwise = option.Default is null ? "" : $" (default: {option.Default})";
        return $"{option.Says}{repeats}{otherwise} [{option.Variable}]";
    }

    private static void Section(StringBuilder page, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var first = true;
        foreach (var (left, right) in rows)
        {
            if (first)
                page.Append(CultureInfo, $"\n{title}:\n");
            first = false;
            var text = Wrapped(right, Column);
            page.Append(
                left.Length + 4 > Column ? $"  {left}\n{text}\n" : $"  {left.PadRight(Column - 2)}{text.TrimStart()}\n"
            );
        }
    }

    private static string Wrapped(string text, int indent)
    {
        var lines = new StringBuilder().Append(' ', indent);
        var at = indent;
        foreach (var word in text.Split(' '))
        {
            if (at > indent && at + 1 + word.Length > Width)
            {
                lines.Append('\n').Append(' ', indent);
                at = indent;
            }
            else if (at > indent)
            {
                lines.Append(' ');
                at++;
            }

            lines.Append(word);
            at += word.Length;
        }

        return lines.ToString();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
