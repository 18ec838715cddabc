using System.Globalization;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Outlines;

/// <summary>Makes parts of outlines out of values; what isn't there makes none.</summary>
internal static class Outliner
{
    public static IEnumerable<OutlinePart> Value(string kind, YamlScalar? scalar) =>
        scalar is null ? [] : [new(kind, null, scalar.AsText(), scalar.Span)];

    public static IEnumerable<OutlinePart> Value<T>(string kind, Setting<T>? setting) =>
        setting is null ? [] : [new(kind, null, Text(setting), setting.Node.Span)];

    public static IEnumerable<OutlinePart> Values(string kind, IReadOnlyList<YamlScalar> scalars) =>
        scalars.Count == 0
            ? []
            : [new(kind, null, string.Join(", ", scalars.Select(scalar => scalar.AsText())), scalars[0].Span)];

    public static IEnumerable<OutlinePart> Condition(Condition? condition) =>
        condition is null
            ? []
            :
            [
                new(
                    "if",
                    null,
                    ConditionText.Evaluated(condition.Text) ?? condition.Node.AsText(),
                    condition.Node.Span
                ),
            ];

    public static IEnumerable<OutlinePart> Table(string kind, Setting<IReadOnlyList<NamedSetting>>? table) =>
        table switch
        {
            Setting<IReadOnlyList<NamedSetting>>.Written { Value: var names } => Table(kind, names),
            { } computed => Value(kind, computed),
            null => [],
        };

    public static IEnumerable<OutlinePart> Table(string kind, IReadOnlyList<NamedSetting> names) =>
        names.Select(name => new OutlinePart(kind, name.Name.AsText(), Text(name.Value), name.Name.Span));

    /// <summary>The value as the file spells it, or what a structure is.</summary>
    public static string Text<T>(Setting<T> setting) =>
        setting switch
        {
            Setting<T>.Computed computed => computed.Scalar.Text,
            Setting<T>.Written { Value: bool flag } => flag ? "true" : "false",
            Setting<T>.Written { Value: double number } => number.ToString("R", CultureInfo.InvariantCulture),
            Setting<T>.Written { Value: var value } => value?.ToString() ?? "",
            _ => "",
        };
}
