using Baton.Workflows.Expressions.Values;

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

    /// <summary>
    /// The text that GitHub makes of it where text is wanted: numbers lose zeros and digits behind the fifteenth
    /// (<c>1.10</c> becomes <c>1.1</c>), nothing becomes empty.
    /// </summary>
    public string AsText() =>
        Type switch
        {
            YamlType.Nothing => "",
            YamlType.Flag => IsTrue ? "true" : "false",
            YamlType.Number => Coercion.FormatNumber(Number),
            _ => Text,
        };

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
