using System.Text;
using System.Text.Json.Nodes;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Syntax;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>
/// Writes values of the model as the reference writes its own: text, numbers and truth as they are, lists as
/// <c>{type: 1, seq}</c>, mappings as <c>{type: 2, map}</c>, expressions as <c>{type: 3, expr}</c>; and with places, where
/// they are asked for, all as objects.
/// </summary>
internal sealed class Projection(bool hasSource)
{
    /// <summary>The file whose values are written.</summary>
    public string File { get; set; } = "";

    public JsonNode? Text(Setting<string>? setting) =>
        setting switch
        {
            Setting<string>.Written written => Literal(written.Node, 0, "lit", written.Value),
            Setting<string>.Computed computed => Expression(computed.Scalar, computed.Text),
            _ => null,
        };

    public JsonNode? Flag(Setting<bool>? setting) =>
        setting switch
        {
            Setting<bool>.Written written => Literal(written.Node, 5, "bool", written.Value),
            Setting<bool>.Computed computed => Expression(computed.Scalar, computed.Text),
            _ => null,
        };

    public JsonNode? Number(Setting<double>? setting) =>
        setting switch
        {
            Setting<double>.Written written => Literal(written.Node, 6, "num", Finite(written.Value)),
            Setting<double>.Computed computed => Expression(computed.Scalar, computed.Text),
            _ => null,
        };

    public JsonNode? Structure<T>(Setting<T>? setting, Func<T, JsonNode?> write) =>
        setting switch
        {
            Setting<T>.Written written => write(written.Value),
            Setting<T>.Computed computed => Expression(computed.Scalar, computed.Text),
            _ => null,
        };

    public JsonNode? Table(Setting<IReadOnlyList<NamedSetting>>? table) =>
        Structure(table, names => Table(names, ((Setting<IReadOnlyList<NamedSetting>>.Written)table!).Node));

    public JsonNode Table(IReadOnlyList<NamedSetting> names, YamlNode node) =>
        Map(node, names.Select(name => (name.Name, Text(name.Value))));

    public JsonNode Texts(IEnumerable<Setting<string>> texts, YamlNode node) => List(node, texts.Select(Text));

    public JsonNode List(YamlNode node, IEnumerable<JsonNode?> items) =>
        Placed(new JsonObject { ["type"] = 1, ["seq"] = new JsonArray([.. items]) }, node);

    public JsonNode Map(YamlNode node, IEnumerable<(YamlScalar Key, JsonNode? Value)> entries) =>
        Placed(
            new JsonObject
            {
                ["type"] = 2,
                ["map"] = new JsonArray([
                    .. entries.Select(entry => new JsonObject { ["Key"] = Key(entry.Key), ["Value"] = entry.Value }),
                ]),
            },
            node
        );

    /// <summary>The keys of a mapping in the order of the file, with what the model says of each.</summary>
    public JsonNode Keys(YamlNode node, Func<string, JsonNode?> value) =>
        Map(node, ((YamlMapping)node).Entries.Select(entry => (entry.Key, value(entry.Key.Text))));

    /// <summary>A value that the model keeps as a node: what a matrix holds, or the default of an input.</summary>
    public JsonNode? Node(YamlNode? node) =>
        node switch
        {
            YamlScalar { Type: YamlType.Nothing } => hasSource ? Placed(new JsonObject { ["type"] = 7 }, node) : null,
            YamlScalar { Type: YamlType.Flag } flag => Literal(flag, 5, "bool", flag.IsTrue),
            YamlScalar { Type: YamlType.Number } number => Literal(number, 6, "num", Finite(number.Number)),
            YamlScalar scalar => Scalar(scalar),
            YamlSequence list => List(list, list.Items.Select(Node)),
            YamlMapping mapping => Map(mapping, mapping.Entries.Select(entry => (entry.Key, Node(entry.Value)))),
            _ => null,
        };

    public JsonNode Literal(YamlNode node, int type, string name, JsonNode? value) =>
        hasSource ? Placed(new JsonObject { ["type"] = type, [name] = value }, node) : value!;

    public JsonNode Key(YamlScalar key) => Scalar(key);

    public static JsonNode Expression(string text) => new JsonObject { ["type"] = 3, ["expr"] = text };

    public static string Written(ExpressionText text)
    {
        if (text.Parts is [EmbeddedPart.Embedded whole])
            return whole.Expression.Text;
        var (format, arguments) = (new StringBuilder(), new StringBuilder());
        var index = 0;
        foreach (var part in text.Parts)
        {
            if (part is EmbeddedPart.Literal literal)
                format.Append(literal.Text.Replace("'", "''").Replace("{", "{{").Replace("}", "}}"));
            else if (part is EmbeddedPart.Embedded embedded)
            {
                format.Append('{').Append(index++).Append('}');
                arguments.Append(", ").Append(embedded.Expression.Text);
            }
        }

        return $"format('{format}'{arguments})";
    }

    private JsonNode Scalar(YamlScalar scalar)
    {
        if (
            !scalar.Text.Contains("${{", StringComparison.Ordinal)
            || ExpressionText.Read(scalar.Text, new(Baton.Workflows.Expressions.Vocabulary.KnownContexts))
                is not ExpressionTextReading.Read { Text: var text }
        )
            return Literal(scalar, 0, "lit", scalar.AsText());
        return Expression(scalar, text);
    }

    // An expression that is a text alone counts as that text.
    private JsonNode Expression(YamlScalar scalar, ExpressionText text) =>
        text.Parts
            is [
                EmbeddedPart.Embedded
                {
                    Expression.Root: Baton.Workflows.Expressions.Syntax.Node.Literal
                    {
                        Value: Baton.Workflows.Expressions.Values.Value.Text literal
                    },
                },
            ]
            ? Literal(scalar, 0, "lit", Baton.Workflows.Expressions.Values.Coercion.ToText(literal))
            : Placed((JsonObject)Expression(Written(text)), scalar);

    private JsonObject Placed(JsonObject value, YamlNode node)
    {
        if (hasSource)
        {
            value["file"] = File;
            value["line"] = node.Line;
            value["col"] = node.Column;
        }

        return value;
    }

    private static JsonNode Finite(double number) =>
        double.IsFinite(number) ? JsonValue.Create(number)
        : double.IsNaN(number) ? "NaN"
        : number > 0 ? "Infinity"
        : "-Infinity";
}
