namespace Baton.Workflows.Templates;

/// <summary>A piece of a template.</summary>
internal abstract record TemplatePart
{
    private TemplatePart() { } // closed: every case is here

    public sealed record Literal(string Text) : TemplatePart;

    public sealed record Value(FieldChoice Choice) : TemplatePart;

    public sealed record Hash(IReadOnlyList<FieldChoice> Choices) : TemplatePart;
}
