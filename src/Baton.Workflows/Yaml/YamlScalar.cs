namespace Baton.Workflows.Yaml;

/// <summary>A single value, as the file spells it and as what it means.</summary>
/// <param name="Text">The text after quotes, escapes and folding.</param>
/// <param name="Style">How the file writes it: <c>"5"</c> is text where <c>5</c> is a number.</param>
/// <param name="Type">What it is: by its tag, else by its style and spelling.</param>
/// <param name="Span">Where it stands, quotes included.</param>
public sealed record YamlScalar(string Text, YamlStyle Style, YamlType Type, YamlSpan Span) : YamlNode(Span)
{
    /// <summary>Whether the value is left out, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Type == YamlType.Nothing;

    /// <summary>Whether it is a true; only for <see cref="YamlType.Flag"/>.</summary>
    public bool IsTrue => Type == YamlType.Flag && Text[0] is 't' or 'T';

    /// <summary>Its number; NaN where it is none.</summary>
    public double Number => Type == YamlType.Number ? CoreSchema.Number(Text) : double.NaN;

    /// <inheritdoc/>
    public override string Kind =>
        Type switch
        {
            YamlType.Nothing => "nothing",
            YamlType.Flag => "true or false",
            YamlType.Number => "a number",
            _ => "text",
        };
}
