using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>The value that a node of a file is in an expression.</summary>
internal static class NodeValue
{
    /// <summary>A node without expressions in it.</summary>
    public static Value Of(YamlNode? node) =>
        node switch
        {
            YamlScalar { Type: YamlType.Text } scalar => Value.Of(scalar.Text),
            YamlScalar { Type: YamlType.Number } scalar => Value.Of(scalar.Number),
            YamlScalar { Type: YamlType.Flag } scalar => Value.Of(scalar.IsTrue),
            YamlSequence list => new Value.Array([.. list.Items.Select(Of)]),
            YamlMapping mapping => new Value.Object(
                new Properties([
                    .. mapping.Entries.Select(entry => new KeyValuePair<string, Value>(
                        entry.Key.AsText(),
                        Of(entry.Value)
                    )),
                ])
            ),
            _ => Value.Null.Value,
        };
}
