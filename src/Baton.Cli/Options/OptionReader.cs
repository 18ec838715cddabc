using System.Diagnostics;

namespace Baton.Cli.Options;

/// <summary>Gathers the options of one verb from the command line, then from the environment.</summary>
public sealed class OptionReader(IReadOnlyList<Option> options)
{
    private readonly Dictionary<Option, Given> given = [];
    private readonly List<string> problems = [];

    /// <summary>What was wrong so far, one sentence each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>The values so far.</summary>
    public OptionValues Values => new(given);

    /// <summary>The option that a word of the command line is, without what stands after its =.</summary>
    public Option? Find(string word) => options.FirstOrDefault(option => option.Answers(word));

    /// <summary>Takes a value from the command line.</summary>
    public void Take(Option option, string text)
    {
        if (given.ContainsKey(option) && !option.Repeats)
            problems.Add($"{option.Flag} is given twice: give it once");
        else
            Add(option, text, option.Flag);
    }

    /// <summary>Notes that a value is missing.</summary>
    public void Lacks(Option option) => problems.Add($"{option.Flag} needs a value: {option.Flag} {option.Takes}");

    /// <summary>Takes what the environment says of the options that the command line doesn't give.</summary>
    public void TakeVariables(Func<string, string?> variable)
    {
        foreach (var option in options)
        {
            if (given.ContainsKey(option) || variable(option.Variable) is not { Length: > 0 } text)
                continue;
            var lines = option.Repeats ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [text];
            foreach (var line in lines)
                Add(option, line.TrimEnd('\r'), option.Variable);
        }
    }

    private void Add(Option option, string text, string source)
    {
        switch (option.Read(text))
        {
            case ValueReading.Read read:
                given[option] = new Given(With(option, read.Value), source, source == option.Variable);
                break;
            case ValueReading.Malformed malformed:
                problems.Add($"{source}: {malformed.Message}");
                break;
            default:
                throw new UnreachableException("a value is read or malformed");
        }
    }

    private object With(Option option, object value) =>
        !option.Repeats ? value
        : given.TryGetValue(option, out var before) ? new List<object>((List<object>)before.Value) { value }
        : new List<object> { value };
}
