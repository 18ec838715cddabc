using System.Text;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Yaml;

/// <summary>Where a character of a value stands in the file, whatever is between.</summary>
public sealed class YamlPlacesTests
{
    [Theory]
    [InlineData("a: one § two")]
    [InlineData("a: 'it''s § two'")]
    [InlineData("a: \"x\\ty\\u00e9\\x41 § two\"")]
    [InlineData("a: \"one\n   § two\"")]
    [InlineData("a: \"one \\\n   § two\"")]
    [InlineData("a: one\n  two\n  § three")]
    [InlineData("a: |\n  one\n\n    § two\n")]
    [InlineData("a: >-\n  one\n  two § three\n\n  four\n")]
    [InlineData("b: x\r\na: |\r\n  one\r\n  § two\r\n")]
    [InlineData("a: |2\n    § two\n")]
    [InlineData("a: |+ # why\n  one\n    two\n\n\n  § three\n\n")]
    [InlineData("a: >\n  one\n\n    two\n   § three\n  four\n")]
    [InlineData("a: >-\r\n  one\r\n  two\r\n\r\n  § three\r\n")]
    [InlineData("a: |\n\n\n  § one\n")]
    [InlineData("b:\n  - c: 1\na: >-\n      one &&\n      two || §\n")]
    public void A_character_is_found_again(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var scalar = YamlReader
            .Read(Encoding.UTF8.GetBytes(file), "f.yml")
            .Root.ShouldBeOfType<YamlMapping>()["a"]
            .ShouldBeOfType<YamlScalar>();
        var index = scalar.Text.IndexOf('§', StringComparison.Ordinal);
        index.ShouldBeGreaterThanOrEqualTo(0);
        var (line, column) = YamlPlaces.Of(file, scalar, index);
        file.Split('\n')[line - 1][column - 1].ShouldBe('§');
    }

    [Fact]
    public void The_end_of_a_value_is_a_place_too() =>
        YamlPlaces
            .Of("a: one", new YamlScalar("one", YamlStyle.Plain, YamlType.Text, new YamlSpan(1, 4, 1, 7)), 3)
            .ShouldBe((1, 7));

    [Fact]
    public void What_does_not_fit_the_file_is_at_the_start_of_the_value() =>
        YamlPlaces
            .Of("", new YamlScalar("one", YamlStyle.Plain, YamlType.Text, new YamlSpan(7, 4, 7, 7)), 2)
            .ShouldBe((7, 4));
}
