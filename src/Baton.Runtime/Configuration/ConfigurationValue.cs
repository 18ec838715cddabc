using System.Globalization;
using Baton.Workflows.Findings;
using Baton.Workflows.Yaml;

namespace Baton.Runtime.Configuration;

/// <summary>
/// A value of the file on its way into a setting. What doesn't fit becomes a finding and null, so that reading goes on
/// and all errors of a file are told at once.
/// </summary>
/// <param name="node">The value's node.</param>
/// <param name="path">The keys down to it, with dots.</param>
/// <param name="source">The file, and what was found in it so far.</param>
internal sealed class ConfigurationValue(YamlNode node, string path, (string File, List<Finding> Findings) source)
{
    /// <summary>Whether a mapping or list is left out, as when all its lines are comments.</summary>
    private bool IsNothing => node is YamlScalar { IsNull: true };

    public bool IsMapping => node is YamlMapping;

    public IEnumerable<(YamlScalar Key, ConfigurationValue Value)> Entries()
    {
        if (node is YamlMapping mapping)
            return mapping.Entries.Select(entry => (entry.Key, Below(entry.Value, entry.Key.Text)));
        if (!IsNothing)
            Expect("a mapping");
        return [];
    }

    public IEnumerable<ConfigurationValue> Items()
    {
        if (node is YamlSequence sequence)
            return sequence.Items.Select(
                (item, index) => Below(item, string.Create(CultureInfo.InvariantCulture, $"{index + 1}"))
            );
        if (!IsNothing)
            Expect("a list");
        return [];
    }

    public string? Text(string expected = "text")
    {
        if (node is YamlScalar { IsNull: false, Text: var text } && !string.IsNullOrWhiteSpace(text))
            return text;
        Expect(expected);
        return null;
    }

    public T? Word<T>(Words<T> words)
        where T : struct
    {
        var expected = $"one of {string.Join(", ", words.All)}";
        if (Text(expected) is not { } text)
            return null;
        var meaning = words.Meaning(text);
        if (meaning is null)
            Expect(expected, Nearest.To(text, words.All) is { } near ? $"did you mean {near}?" : null);
        return meaning;
    }

    public TimeSpan? Span(TimeSpan least, TimeSpan most)
    {
        if (Text(Durations.Expected) is not { } text)
            return null;
        switch (Durations.Parse(text))
        {
            case DurationReading.Malformed malformed:
                Add(malformed.Message);
                return null;
            case DurationReading.Read { Value: var span } when span >= least && span <= most:
                return span;
            default:
                Expect($"a span of time from {Durations.Format(least)} to {Durations.Format(most)}");
                return null;
        }
    }

    public int? Whole(int least, int most)
    {
        if (
            Plain() is { } text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        Expect(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }

    public decimal? Number(decimal least, decimal most)
    {
        if (
            Plain() is { } text
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        Expect(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
        return null;
    }

    public void Unknown(YamlScalar key, IReadOnlyCollection<string> known) =>
        source.Findings.Add(
            new Finding(
                source.File,
                key.Line,
                key.Column,
                $"{Full(key.Text)}: this key is not known",
                Nearest.Hint(key.Text, known)
            )
        );

    public void Add(string message, string? hint = null) =>
        source.Findings.Add(
            new Finding(
                source.File,
                node.Line,
                node.Column,
                path.Length == 0 ? message : $"{OneLine.Of(path)}: {message}",
                hint
            )
        );

    public void AddAt(YamlScalar key, string message, string? hint = null) =>
        source.Findings.Add(new Finding(source.File, key.Line, key.Column, $"{Full(key.Text)}: {message}", hint));

    public void Expect(string expected, string? hint = null) =>
        Add($"{expected} was expected, but here is {Shown()}", hint);

    private ConfigurationValue Below(YamlNode child, string name) =>
        new(child, path.Length == 0 ? name : $"{path}.{name}", source);

    private string Full(string key) => OneLine.Of(path.Length == 0 ? key : $"{path}.{key}");

    private string? Plain() => node is YamlScalar { Style: YamlStyle.Plain, Text: var text } ? text : null;

    private string Shown() =>
        node is YamlScalar { IsNull: false } scalar ? OneLine.Quoted(scalar.Text, length: 60) : node.Kind;
}
