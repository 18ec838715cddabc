using System.Globalization;
using System.Text;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Yaml;

/// <summary>What workflow files may have that settings may not.</summary>
public sealed class YamlWorkflowRulesTests
{
    [Fact]
    public void An_alias_stands_for_the_node_of_its_anchor()
    {
        var document = Read("a: &env { A: 1 }\nb: *env\nc: [*env]");
        document.Findings.ShouldBeEmpty();
        var root = document.Root.ShouldBeOfType<YamlMapping>();
        root["b"].ShouldBeSameAs(root["a"]);
        root["c"].ShouldBeOfType<YamlSequence>().Items[0].ShouldBeSameAs(root["a"]);
        document
            .Aliases.Select(alias => (alias.Name, alias.Span.Line, alias.Span.Column))
            .ShouldBe([("env", 2, 4), ("env", 3, 5)]);
    }

    [Fact]
    public void An_anchor_that_is_given_again_means_the_newer_node() =>
        Scalar(Read("a: &x 1\nb: &x 2\nc: *x"), "c").Text.ShouldBe("2");

    [Theory]
    [InlineData("a: *x", "f.yml:1:4: there is no anchor &x above this alias")]
    [InlineData("a: &envs 1\nb: *env", "f.yml:2:4: there is no anchor &env above this alias (did you mean *envs?)")]
    [InlineData("a: &x [*x]", "f.yml:1:8: the alias *x stands inside of what it stands for")]
    [InlineData("a: &x {}\n<<: *x", "f.yml:2:1: merge keys (<<) are not read")]
    [InlineData("a: !!timestamp 2022-10-26", "f.yml:1:4: the tag tag:yaml.org,2002:timestamp is not read")]
    [InlineData("a: !!int \"3\"", "f.yml:1:4: a value with the tag tag:yaml.org,2002:int can't be quoted")]
    [InlineData("a: !!bool maybe", "f.yml:1:4: \"maybe\" is not what its tag tag:yaml.org,2002:bool says")]
    [InlineData("a: !!int 1.5", "f.yml:1:4: \"1.5\" is not what its tag")]
    [InlineData("a: !custom {}", "f.yml:1:4: tags are not read (!custom)")]
    [InlineData(
        "a: ! 5",
        "f.yml:1:4: the tag ! is not read (a ! starts a tag in YAML: write a condition as in ${{ !can"
    )]
    [InlineData("if: ! cancelled()", "f.yml:1:5: the tag ! is not read (a ! starts a tag in YAML: write a condition")]
    [InlineData("if: !cancelled()", "f.yml:1:5: the tag !cancelled() is not read (a ! starts a tag in YAML: write a c")]
    public void What_stays_refused_is_found_with_its_place(string text, string expected) =>
        Read(text).Findings.ShouldHaveSingleItem().ToString().ShouldStartWith(expected);

    [Theory]
    [InlineData("!!str 5", YamlType.Text)]
    [InlineData("!!float 5", YamlType.Number)]
    [InlineData("!!null", YamlType.Nothing)]
    [InlineData("!!bool TRUE", YamlType.Flag)]
    [InlineData("!!seq []", null)]
    [InlineData("!!map {}", null)]
    public void The_tags_of_the_core_schema_say_what_a_value_is(string value, YamlType? type)
    {
        var document = Read($"a: {value}");
        document.Findings.ShouldBeEmpty();
        ((document.Root as YamlMapping)!["a"] as YamlScalar)?.Type.ShouldBe(type!.Value);
    }

    [Fact]
    public void The_same_key_may_stand_twice_where_it_is_an_expression() =>
        Read("${{ insert }}: 1\n${{ insert }}: 2").Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("a: [one]#, two ]\nb: 1", 1)]
    [InlineData("a: [one, two,\n  three]\nb: 1", 1)]
    [InlineData("a:\n  - \"x\n  y\"\nb: 1", 1)]
    [InlineData("a: |\n       \n  x\nb: 1", 1)]
    public void What_GitHub_takes_against_the_letter_of_YAML_is_taken(string text, int _)
    {
        var document = Read(text);
        document.Findings.ShouldBeEmpty();
        Scalar(document, "b").Column.ShouldBe(4);
    }

    [Fact]
    public void Nodes_know_where_they_end()
    {
        var root = Read("a: 'x'\nb:\n  - one\n  - {two: 2}\nc: |\n  text\n").Root.ShouldBeOfType<YamlMapping>();
        root["a"]!.Span.ShouldBe(new YamlSpan(1, 4, 1, 7));
        root["b"]!.Span.ShouldBe(new YamlSpan(3, 3, 4, 13));
        root["b"].ShouldBeOfType<YamlSequence>().Items[1].Span.ShouldBe(new YamlSpan(4, 5, 4, 13));
        root.Span.Line.ShouldBe(1);
    }

    // A tree of aliases may be as large as a tree that is written out, and no larger.
    [Fact]
    public void An_alias_bomb_is_refused_without_unfolding_it()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        var document = Read(bomb.ToString());
        document.Root.ShouldBeNull();
        var finding = document.Findings.ShouldHaveSingleItem();
        finding.Message.ShouldBe("more than 50000 values, which is more than is read");
        finding.Line.ShouldBeLessThan(12);
    }

    [Fact]
    public void Aliases_count_for_the_depth_of_what_they_stand_for()
    {
        var deep = new StringBuilder("a0: &a0 x\n");
        for (var i = 1; i < 60; i++)
            deep.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}]\n");
        var finding = Read(deep.ToString()).Findings.ShouldHaveSingleItem();
        finding.Message.ShouldBe("more than 50 levels, which is more than is read");
        finding.Line.ShouldBe(51);
    }

    private static YamlScalar Scalar(YamlDocument document, string key) =>
        document.Root.ShouldBeOfType<YamlMapping>()[key].ShouldBeOfType<YamlScalar>();

    private static YamlDocument Read(string text) =>
        YamlReader.Read(Encoding.UTF8.GetBytes(text), "f.yml", YamlRules.Workflow);
}
