namespace Baton.Workflows.Yaml;

/// <summary>Keys with their values, in the order of the file; no key is there twice.</summary>
public sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, YamlSpan Span) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The value of a key, compared letter by letter, or null where the key isn't there.</summary>
    public YamlNode? this[string key] => Entry(key)?.Value;

    /// <summary>A key with its value, or null where the key isn't there.</summary>
    public YamlEntry? Entry(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (string.Equals(Entries[i].Key.Text, key, StringComparison.Ordinal))
                return Entries[i];
        }

        return null;
    }
}
