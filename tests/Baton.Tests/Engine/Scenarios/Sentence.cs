using System.Globalization;

namespace Baton.Tests.Engine.Scenarios;

/// <summary>One line of a scenario: a verb, words, and <c>name=value</c> pairs. A word that nobody asked for is an error.</summary>
internal sealed class Sentence
{
    private readonly List<(string Name, string Value)> _pairs = [];
    private readonly List<string> _words = [];
    private readonly HashSet<string> _heard = [];

    public Sentence(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Verb = parts[0];
        foreach (var part in parts.Skip(1))
            if (part.Split('=', 2) is [var name, var value])
                _pairs.Add((name, value));
            else
                _words.Add(part);
    }

    public string Verb { get; }

    public bool Says(string word)
    {
        _heard.Add(word);
        return _words.Contains(word);
    }

    public string? Word()
    {
        _heard.UnionWith(_words.Take(1));
        return _words.FirstOrDefault();
    }

    public IEnumerable<string> All(string name)
    {
        _heard.Add(name);
        return _pairs.Where(pair => pair.Name == name).Select(pair => pair.Value);
    }

    public string? Find(string name) => All(name).SingleOrDefault();

    public string One(string name) => Find(name) ?? throw new FormatException($"'{Verb}' needs {name}=");

    public int? Number(string name) => Find(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public TimeSpan? Span(string name) => Find(name) is { } text ? Spans.Parse(text) : null;

    public void MustBeUnderstood() =>
        _pairs
            .Select(pair => pair.Name)
            .Concat(_words)
            .Except(_heard)
            .ShouldBeEmpty($"words of '{Verb}' that mean nothing");
}
