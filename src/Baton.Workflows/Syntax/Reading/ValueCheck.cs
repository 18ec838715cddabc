using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>Checks single values, and reads the expressions in them.</summary>
internal sealed class ValueCheck(SourceFile file)
{
    public void Check(YamlScalar scalar, Shape shape, FormPlace place)
    {
        if (shape.IsCondition && scalar.Type != YamlType.Nothing)
            CheckCondition(scalar, place);
        else if (HasExpression(scalar))
            CheckEmbedded(scalar, shape, place);
        else if (!shape.IsAnything && !Fits(scalar, shape))
            AddMisfit(scalar, shape, place);
    }

    /// <summary>Whether an expression can stand as a key.</summary>
    public bool CheckKey(YamlScalar key, FormPlace place)
    {
        if (place.Names is null)
        {
            AddForbidden(key, place);
            return false;
        }

        return IsInsert(key.Text) || CheckExpression(key, place);
    }

    private static bool HasExpression(YamlScalar scalar) =>
        scalar.Type == YamlType.Text && scalar.Text.Contains(ExpressionText.Opening, StringComparison.Ordinal);

    private void CheckEmbedded(YamlScalar scalar, Shape shape, FormPlace place)
    {
        const Forms Single = Forms.Text | Forms.Flag | Forms.Number;
        if (place.Names is null && (shape.Forms & Single) == 0)
            AddMisfit(scalar, shape, place);
        else
            CheckExpression(scalar, place);
    }

    private bool CheckExpression(YamlScalar scalar, FormPlace place)
    {
        if (place.Names is null)
            AddForbidden(scalar, place);
        else if (IsInsert(scalar.Text))
            file.Add(scalar, "${{ insert }} is no value", "it stands as a key, with a mapping as its value");
        else if (InsertAt(scalar.Text) is var insert and >= 0)
            file.AddInside(
                scalar,
                (insert, "insert".Length),
                ("insert can't stand inside of a text", "it stands alone, as a key: ${{ insert }}: …")
            );
        else
            return Read(scalar, ExpressionText.Read(scalar.Text, place.Names));
        return false;
    }

    // A condition is an expression also without ${{ }}. With them it is the text that comes out, as everywhere.
    private void CheckCondition(YamlScalar scalar, FormPlace place)
    {
        if (HasExpression(scalar))
            CheckExpression(scalar, place);
        else if (!string.IsNullOrWhiteSpace(scalar.Text))
            Read(scalar, ConditionText.Read(scalar.Text, place.Names!));
    }

    private bool Read(YamlScalar scalar, ExpressionTextReading reading)
    {
        if (reading is ExpressionTextReading.Read { Text: var text })
        {
            file.Expressions.Add(scalar, text);
            return true;
        }

        var error = ((ExpressionTextReading.Malformed)reading).Error;
        var message = OneLine.Of(error.Summary);
        file.AddInside(
            scalar,
            (error.Index, error.Length),
            (message.Length > 1 ? char.ToLowerInvariant(message[0]) + message[1..] : message, error.Hint)
        );
        return false;
    }

    private static bool Fits(YamlScalar scalar, Shape shape)
    {
        var forms = shape.Forms;
        if (scalar.Type == YamlType.Nothing && forms.HasFlag(Forms.Nothing))
            return true;
        if (scalar.Type == YamlType.Flag && forms.HasFlag(Forms.Flag))
            return true;
        if (scalar.Type == YamlType.Number && forms.HasFlag(Forms.Number))
            return true;
        if (!forms.HasFlag(Forms.Text))
            return false;
        var text = scalar.AsText();
        return shape.Words.Count > 0 ? shape.Words.Contains(text) : !shape.IsFilled || text.Length > 0;
    }

    private void AddMisfit(YamlScalar scalar, Shape shape, FormPlace place)
    {
        var given = scalar.IsNull ? "nothing" : OneLine.Quoted(scalar.Text, 60);
        if (shape.Words.Count > 0 && !scalar.IsNull)
        {
            file.Add(
                scalar,
                $"{place.Key} does not know {given}",
                Slip(scalar, shape) ?? Nearest.Hint(scalar.Text, [.. shape.Words])
            );
            return;
        }

        var or = place.Names is null ? "" : " or an expression";
        file.Add(scalar, $"{place.Key} is {shape.InWords()}{or}, but here it is {given}", Remedy(scalar, shape));
    }

    private static string? Remedy(YamlScalar scalar, Shape shape)
    {
        if (scalar.IsNull)
            return shape.Forms.HasFlag(Forms.Mapping) || shape.Forms.HasFlag(Forms.List)
                ? "write something below it, indented further, or remove it"
                : null;
        if (Slip(scalar, shape) is { } slip)
            return slip;
        var isQuoted = scalar.Style == YamlStyle.Quoted;
        return CoreSchema.TypeOf(scalar.Text) switch
        {
            YamlType.Flag when isQuoted && shape.Forms.HasFlag(Forms.Flag) => "write it without the quotes",
            YamlType.Number when isQuoted && shape.Forms.HasFlag(Forms.Number) => "write it without the quotes",
            _ when shape.Forms.HasFlag(Forms.Flag) && IsYes(scalar.Text) => "write true or false",
            _ when shape.Item?.Mappings is [{ Known: [var first, ..] }] && shape.Forms == Forms.List =>
                $"write it as an item: - {first.Name}: {OneLine.Quoted(scalar.Text, 40)}",
            _ when shape.Item is not null && shape.Forms == Forms.List => "write it as a list: ["
                + OneLine.Of(scalar.Text, 40)
                + "]",
            _ => null,
        };
    }

    // Two slips that YAML takes for one text.
    private static string? Slip(YamlScalar scalar, Shape shape)
    {
        if (scalar.Style != YamlStyle.Plain)
            return null;
        var colon = scalar.Text.IndexOf(':', StringComparison.Ordinal);
        if (shape.Mappings.Count > 0 && colon > 0 && !scalar.Text.AsSpan(0, colon).ContainsAny(" ${[\""))
            return $"is a space missing after the colon? {OneLine.Of(scalar.Text[..colon], 40)}: …";
        return shape.Item is not null && scalar.Text.Contains(" - ", StringComparison.Ordinal)
            ? "indent all items alike, so that each starts one of the list"
            : null;
    }

    private static bool IsYes(string text) =>
        text.ToUpperInvariant() is "YES" or "NO" or "ON" or "OFF" or "Y" or "N" or "TRUE" or "FALSE";

    private void AddForbidden(YamlScalar scalar, FormPlace place) =>
        file.AddInside(
            scalar,
            (Math.Max(0, scalar.Text.IndexOf(ExpressionText.Opening, StringComparison.Ordinal)), 3),
            ($"{place.Key} can't have an expression", "GitHub reads it before there is anything to evaluate")
        );

    private static bool IsInsert(string text) =>
        text.StartsWith(ExpressionText.Opening, StringComparison.Ordinal)
        && text.EndsWith("}}", StringComparison.Ordinal)
        && text.AsSpan(3, text.Length - 5).Trim() is "insert";

    // Where an expression that is insert alone stands among others; such a text is rare, so it is not read for twice.
    private static int InsertAt(string text)
    {
        var at = text.IndexOf("insert", StringComparison.Ordinal);
        if (at < 0)
            return -1;
        var before = text.AsSpan(0, at).TrimEnd();
        var after = text.AsSpan(at + "insert".Length).TrimStart();
        return before.EndsWith(ExpressionText.Opening) && after.StartsWith("}}") ? at : -1;
    }
}
