namespace Baton.Workflows.Yaml;

/// <summary>The anchors of a file so far. A name may be given again, and then means the newer node.</summary>
internal sealed class YamlAnchors
{
    private Dictionary<string, YamlAnchor>? closed;
    private List<string>? open;

    public List<YamlAlias> Aliases { get; } = [];

    public IEnumerable<string> Names => closed?.Keys ?? Enumerable.Empty<string>();

    public void Open(string name) => (open ??= []).Add(name);

    public void Close(string name, YamlAnchor anchor)
    {
        open!.RemoveAt(open.Count - 1);
        (closed ??= new(StringComparer.Ordinal))[name] = anchor;
    }

    /// <summary>The anchor of a name; null where there is none, or its node isn't read to its end.</summary>
    public YamlAnchor? Find(string name) => IsOpen(name) ? null : closed?.GetValueOrDefault(name);

    public bool IsOpen(string name) => open?.Contains(name) ?? false;
}
