namespace Baton.Workflows.Templates;

/// <summary>A field and its alternatives: the first that has a value is taken.</summary>
internal sealed record FieldChoice(IReadOnlyList<string> Paths, int Column)
{
    public override string ToString() => string.Join('|', Paths);
}
