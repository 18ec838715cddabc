namespace Baton.Workflows.Yaml;

/// <summary>A single value as the file spells it; what it means is for its reader to say.</summary>
/// <param name="Text">The text after quotes, escapes and folding.</param>
/// <param name="Style">How the file writes it: <c>"5"</c> is text where <c>5</c> is a number.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
public sealed record YamlScalar(string Text, YamlStyle Style, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>
    /// Whether the value is left out, <c>~</c> or <c>null</c>: https://yaml.org/spec/1.2.2/#10211-null
    /// </summary>
    public bool IsNull => Style == YamlStyle.Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : "text";
}
