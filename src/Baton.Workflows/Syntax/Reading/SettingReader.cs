using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>
/// Makes values of nodes whose form has been checked. What had the wrong form was found by the check, and is passed over
/// here.
/// </summary>
internal sealed class SettingReader(SourceFile file)
{
    public SourceFile File { get; } = file;

    public Setting<string>? Text(YamlNode? node) =>
        node is YamlScalar scalar
            ? Computed<string>(scalar) as Setting<string> ?? new Setting<string>.Written(scalar.AsText(), scalar)
            : null;

    public Setting<bool>? Flag(YamlNode? node) =>
        node switch
        {
            YamlScalar { Type: YamlType.Flag } scalar => new Setting<bool>.Written(scalar.IsTrue, scalar),
            YamlScalar scalar => Computed<bool>(scalar),
            _ => null,
        };

    public Setting<double>? Number(YamlNode? node) =>
        node switch
        {
            YamlScalar { Type: YamlType.Number } scalar => new Setting<double>.Written(scalar.Number, scalar),
            YamlScalar scalar => Computed<double>(scalar),
            _ => null,
        };

    /// <summary>Something that is more than a scalar, or an expression that gives it.</summary>
    public Setting<T>? Structure<T>(YamlNode? node, Func<YamlNode, T?> read)
        where T : class
    {
        if (node is null)
            return null;
        if (node is YamlScalar scalar && Computed<T>(scalar) is { } computed)
            return computed;
        return read(node) is { } value ? new Setting<T>.Written(value, node) : null;
    }

    /// <summary>A mapping of names that the file gives to texts.</summary>
    public Setting<IReadOnlyList<NamedSetting>>? Table(YamlNode? node) =>
        Structure<IReadOnlyList<NamedSetting>>(node, value => value is YamlMapping ? Names(value) : null);

    public IReadOnlyList<NamedSetting> Names(YamlNode? node)
    {
        if (node is not YamlMapping mapping)
            return [];
        var names = new List<NamedSetting>(mapping.Entries.Count);
        foreach (var (key, value) in mapping.Entries)
        {
            if (Text(value) is { } text)
                names.Add(new NamedSetting(key, text));
        }

        return names;
    }

    /// <summary>The texts of a list.</summary>
    public Setting<IReadOnlyList<Setting<string>>>? Texts(YamlNode? node) =>
        Structure<IReadOnlyList<Setting<string>>>(
            node,
            value => value is YamlSequence list ? [.. list.Items.Select(Text).OfType<Setting<string>>()] : null
        );

    public Condition? Condition(YamlNode? node) =>
        node is YamlScalar scalar && File.Expressions.Of(scalar) is { } text
            ? new Condition(text, ConditionText.AsksStatus(text), scalar)
            : null;

    /// <summary>A scalar that no expression can be in.</summary>
    public static YamlScalar? Scalar(YamlNode? node) => node is YamlScalar { IsNull: false } scalar ? scalar : null;

    /// <summary>One scalar, or a list of them.</summary>
    public static IReadOnlyList<YamlScalar> Scalars(YamlNode? node) =>
        node switch
        {
            YamlScalar { IsNull: false } scalar => [scalar],
            YamlSequence list => [.. list.Items.OfType<YamlScalar>()],
            _ => [],
        };

    private Setting<T>.Computed? Computed<T>(YamlScalar scalar) =>
        File.Expressions.Of(scalar) is { } text ? new Setting<T>.Computed(text, scalar) : null;
}
