using Baton.Cli.Options;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands;

/// <summary>
/// Reads a command line. What stands after <c>--</c> belongs to the child and is never looked at; and nothing else is the
/// child's, so that an option of Baton with a typing error can't become a word of somebody's command.
/// </summary>
public sealed class CommandLine(Verb root, Surroundings surroundings)
{
    private static readonly string[] Help = ["--help", "-h"];

    /// <summary>Reads it.</summary>
    public CommandReading Read(IReadOnlyList<string> words)
    {
        if (words.Count > 0 && words[0] is "--version" or "version")
            return new CommandReading.Version();
        var wantsHelp = words.Count > 0 && words[0] == "help";
        return Walk([root], [.. wantsHelp ? words.Skip(1) : words], wantsHelp);
    }

    private CommandReading Walk(IReadOnlyList<Verb> path, IReadOnlyList<string> rest, bool wantsHelp)
    {
        var verb = path[^1];
        if (verb.Verbs.Count == 0)
            return wantsHelp ? new CommandReading.Help(path) : Options(path, rest);
        if (rest.Count == 0)
            return wantsHelp ? new CommandReading.Help(path) : Refused(path, "a command is missing");
        if (Help.Contains(rest[0]))
            return new CommandReading.Help(path);
        if (verb.Verbs.FirstOrDefault(below => below.Name == rest[0]) is { } found)
            return Walk([.. path, found], [.. rest.Skip(1)], wantsHelp);
        if (rest[0].StartsWith('-'))
            return Refused(
                path,
                $"there is no option {Shown(rest[0])} before a command: {Line(path)} COMMAND [OPTIONS]"
            );
        var known = verb.Verbs.Where(below => !below.IsHidden).Select(below => below.Name);
        return Refused(path, $"there is no command {Shown(rest[0])}: {Hint(rest[0], known)}");
    }

    private CommandReading Options(IReadOnlyList<Verb> path, IReadOnlyList<string> words)
    {
        var verb = path[^1];
        var dashes = words.TakeWhile(word => word != "--").Count();
        var own = words.Take(dashes).ToList();
        var command = words.Skip(dashes + 1).ToList();
        if (own.Exists(word => Help.Contains(word)))
            return new CommandReading.Help(path);
        var reader = new OptionReader(verb.Options);
        var others = new List<string>();
        if (Take(verb, (own, others), reader) is { } unknown)
            return Refused(path, unknown);
        if (verb.TakesPaths)
            (others, command) = ([.. others, .. command], []);
        reader.TakeVariables(surroundings.Variable);
        // Behind -- stands a command, or what would be taken for an option: an expression such as -1.
        var endsOptions = !verb.TakesCommand && verb.Words.Most > 0;
        if (endsOptions)
            others.AddRange(command);
        var problems = reader
            .Problems.Concat(Misfits(path, (others, command, dashes < words.Count && !endsOptions)))
            .ToList();
        return problems.Count > 0
            ? new CommandReading.Refused(path, problems)
            : new CommandReading.Invoke(
                path,
                new Invocation(reader.Values, others, endsOptions ? [] : command, surroundings) { Said = words }
            );
    }

    private static string? Take(Verb verb, (List<string> Own, List<string> Others) words, OptionReader reader)
    {
        for (var i = 0; i < words.Own.Count; i++)
        {
            var word = words.Own[i];
            if (!word.StartsWith('-') || word.Length == 1)
            {
                words.Others.Add(word);
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            if (reader.Find(name) is not { } option)
                return $"there is no option {Shown(name)}: {Hint(name, verb.Options.Select(known => known.Flag))}";
            if (equals >= 0)
                reader.Take(option, word[(equals + 1)..]);
            else if (option.IsFlag)
                reader.Take(option, "true");
            else if (i + 1 < words.Own.Count)
                reader.Take(option, words.Own[++i]);
            else
                reader.Lacks(option);
        }

        return null;
    }

    private static IEnumerable<string> Misfits(
        IReadOnlyList<Verb> path,
        (List<string> Others, List<string> Command, bool HasDashes) words
    )
    {
        var verb = path[^1];
        if (verb.TakesCommand && words.Others.Count > 0)
            yield return $"{Shown(words.Others[0])} is not an option: a command to run stands after --, as in "
                + $"{Line(path)} -- {string.Join(' ', words.Others.Concat(words.Command).Select(word => OneLine.Of(word)))}";
        else if (verb.TakesCommand && words.Command.Count == 0)
            yield return $"the command to run is missing: {Line(path)} {verb.Takes}";
        else if (!verb.TakesCommand && !verb.TakesPaths && words.HasDashes)
            yield return $"{Line(path)} runs no command: leave -- and what follows it out";
        else if (!verb.TakesCommand && words.Others.Count < verb.Words.Least)
            yield return $"{verb.Takes} is missing: {Line(path)} {verb.Takes}";
        else if (!verb.TakesCommand && words.Others.Count > verb.Words.Most)
            yield return $"{Shown(words.Others[verb.Words.Most])} is one word too many: {Line(path)} {verb.Takes}".TrimEnd();
    }

    private static CommandReading.Refused Refused(IReadOnlyList<Verb> path, string problem) => new(path, [problem]);

    private static string Line(IReadOnlyList<Verb> path) => string.Join(' ', path.Select(verb => verb.Name));

    private static string Shown(string word) => OneLine.Of(word, 60);

    private static string Hint(string word, IEnumerable<string> known) => Nearest.Hint(word, [.. known]);
}
