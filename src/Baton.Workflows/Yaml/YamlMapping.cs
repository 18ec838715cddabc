namespace Baton.Workflows.Yaml;

/// <summary>Keys with their values, in the order of the file; no key is there twice.</summary>
public sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The value of a key, compared letter by letter, or null where the key isn't there.</summary>
    public YamlNode? this[string key] =>
        Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal))?.Value;
}
