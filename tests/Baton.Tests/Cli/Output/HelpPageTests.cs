using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Baton.Cli.Commands;
using Baton.Cli.Output;
using Baton.Tests.Support;

namespace Baton.Tests.Cli.Output;

public sealed partial class HelpPageTests
{
    [Fact]
    public void The_page_has_the_help_of_every_verb()
    {
        var page = new StringBuilder("# The command line\n\nMade from `baton … --help`.\n");
        foreach (var path in Paths([VerbTree.Root]))
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {string.Join(' ', path.Select(verb => verb.Name))}\n\n```text\n{HelpPage.Of(path)}```\n"
            );
        Golden.ShouldBeThePage(page.ToString(), "cli.md");
    }

    [Fact]
    public void No_line_of_help_is_wider_than_80_columns() =>
        Paths([VerbTree.Root])
            .SelectMany(path => HelpPage.Of(path).Split('\n'))
            .Where(line => line.Length > 80)
            .ShouldBeEmpty();

    [Fact]
    public void Every_verb_has_examples_that_the_parser_takes()
    {
        using var desk = new Desk();
        foreach (var path in Paths([VerbTree.Root]))
        {
            path[^1].Examples.ShouldNotBeEmpty(path[^1].Name);
            foreach (
                var (line, _) in path[^1]
                    .Examples.Where(example => !example.Line.Contains('…', StringComparison.Ordinal))
            )
            {
                var own = line.Split(" && ")[0].Split(" > ")[0].Split(" < ")[0]; // what follows is the shell's
                var words = Word()
                    .Matches(own)
                    .Select(word => word.Value.Replace("'", "", StringComparison.Ordinal))
                    .ToList();
                words[0].ShouldBe("baton");
                new CommandLine(VerbTree.Root, desk.Surroundings)
                    .Read([.. words.Skip(1)])
                    .ShouldBeOfType<CommandReading.Invoke>(line);
            }
        }
    }

    [Fact]
    public void Every_option_has_a_variable_that_the_page_of_the_environment_names()
    {
        var page = Documentation.Rows("environment.md", "variable").Select(row => row[0]).ToHashSet();
        var missing = Paths([VerbTree.Root])
            .SelectMany(path => path[^1].Options)
            .Select(option => option.Variable)
            .Where(variable => !page.Contains(variable));
        missing.Distinct().ShouldBeEmpty("docs/environment.md doesn't name them");
    }

    [Fact]
    public void The_page_of_the_environment_names_no_option_that_there_is_not()
    {
        var flags = Paths([VerbTree.Root])
            .SelectMany(path => path[^1].Options)
            .DistinctBy(option => option.Variable)
            .ToDictionary(option => option.Variable, option => option.Flag);
        foreach (
            var row in Documentation
                .Rows("environment.md", "variable")
                .Where(row => row[1].StartsWith("--", StringComparison.Ordinal))
        )
            flags.GetValueOrDefault(row[0]).ShouldBe(row[1]);
    }

    private static IEnumerable<IReadOnlyList<Verb>> Paths(IReadOnlyList<Verb> path) =>
        path[^1].Verbs.Where(verb => !verb.IsHidden).SelectMany(verb => Paths([.. path, verb])).Prepend(path);

    // As a shell splits a line: spaces inside quotes part nothing.
    [GeneratedRegex(@"(?:'[^']*'|""[^""]*""|[^\s'""])+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
