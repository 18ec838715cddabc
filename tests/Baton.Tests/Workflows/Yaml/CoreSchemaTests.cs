using System.Text;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Yaml;

/// <summary>What plain scalars mean, and the text that GitHub makes of them.</summary>
public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData("", YamlType.Nothing, "")]
    [InlineData("~", YamlType.Nothing, "")]
    [InlineData("NULL", YamlType.Nothing, "")]
    [InlineData("nULL", YamlType.Text, "nULL")]
    [InlineData("true", YamlType.Flag, "true")]
    [InlineData("False", YamlType.Flag, "false")]
    [InlineData("yes", YamlType.Text, "yes")]
    [InlineData("on", YamlType.Text, "on")]
    [InlineData("0", YamlType.Number, "0")]
    [InlineData("-0", YamlType.Number, "0")]
    [InlineData("010", YamlType.Number, "10")]
    [InlineData("0o17", YamlType.Number, "15")]
    [InlineData("0xfF", YamlType.Number, "255")]
    [InlineData("0xg", YamlType.Text, "0xg")]
    [InlineData("-0x1", YamlType.Text, "-0x1")]
    [InlineData("1.10", YamlType.Number, "1.1")]
    [InlineData("3.", YamlType.Number, "3")]
    [InlineData(".5", YamlType.Number, "0.5")]
    [InlineData("+1e3", YamlType.Number, "1000")]
    [InlineData("1e", YamlType.Text, "1e")]
    [InlineData("1e+", YamlType.Text, "1e+")]
    [InlineData(".", YamlType.Text, ".")]
    [InlineData("1_000", YamlType.Text, "1_000")]
    [InlineData("12:30", YamlType.Text, "12:30")]
    [InlineData("1.2.3", YamlType.Text, "1.2.3")]
    [InlineData("2026-01-01", YamlType.Text, "2026-01-01")]
    [InlineData(".inf", YamlType.Number, "Infinity")]
    [InlineData("-.INF", YamlType.Number, "-Infinity")]
    [InlineData("inf", YamlType.Text, "inf")]
    [InlineData(".nan", YamlType.Number, "NaN")]
    [InlineData("1587106672383762434", YamlType.Number, "1.58710667238376E+18")]
    public void A_plain_value_is_what_its_spelling_says(string text, YamlType type, string asText)
    {
        var scalar = Value(text);
        scalar.Type.ShouldBe(type);
        scalar.AsText().ShouldBe(asText);
    }

    [Theory]
    [InlineData("'1.10'", "1.10")]
    [InlineData("\"true\"", "true")]
    [InlineData("|\n  5\n", "5\n")]
    public void A_quoted_value_is_text(string value, string asText)
    {
        var scalar = Value(value);
        scalar.Type.ShouldBe(YamlType.Text);
        scalar.AsText().ShouldBe(asText);
    }

    private static YamlScalar Value(string text) =>
        YamlReader
            .Read(Encoding.UTF8.GetBytes($"a: {text}"), "f.yml")
            .Root.ShouldBeOfType<YamlMapping>()["a"]
            .ShouldBeOfType<YamlScalar>();
}
