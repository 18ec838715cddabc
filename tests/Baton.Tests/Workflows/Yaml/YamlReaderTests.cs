using System.Text;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Nodes_know_where_they_start()
    {
        var mapping = Read("a: 1\nb:\n  - x\n  - \"y\"\nc: |\n  text\n").Root.ShouldBeOfType<YamlMapping>();
        mapping
            .Entries.Select(e => (e.Key.Text, e.Key.Line, e.Key.Column, e.Value.Line, e.Value.Column))
            .ShouldBe([("a", 1, 1, 1, 4), ("b", 2, 1, 3, 3), ("c", 5, 1, 5, 4)]);
        var items = mapping["b"].ShouldBeOfType<YamlSequence>().Items.Cast<YamlScalar>();
        items
            .Select(i => (i.Text, i.Style, i.Line, i.Column))
            .ShouldBe([("x", YamlStyle.Plain, 3, 5), ("y", YamlStyle.Quoted, 4, 5)]);
        mapping["c"]
            .ShouldBeOfType<YamlScalar>()
            .ShouldSatisfyAllConditions(c => c.Text.ShouldBe("text\n"), c => c.Style.ShouldBe(YamlStyle.Block));
        mapping["nowhere"].ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    public void An_empty_file_has_no_root_and_no_findings(string text)
    {
        var document = Read(text);
        document.Root.ShouldBeNull();
        document.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a:", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: 'null'", false)]
    [InlineData("a: ''", false)]
    public void Nothing_is_told_from_empty_text(string text, bool nothing) =>
        Read(text).Root.ShouldBeOfType<YamlMapping>()["a"].ShouldBeOfType<YamlScalar>().IsNull.ShouldBe(nothing);

    [Theory]
    [InlineData("a: &x 1\nb: *x", "f.yml:1:4: anchors are not read (&x)", "f.yml:2:4: aliases are not read (*x)")]
    [InlineData("a: !!int 1", "f.yml:1:4: tags are not read")]
    [InlineData("a: !custom {}", "f.yml:1:4: tags are not read")]
    [InlineData("<<: { a: 1 }", "f.yml:1:1: merge keys (<<) are not read")]
    [InlineData("a: 1\nb: 2\na: 3", "f.yml:3:1: the key \"a\" is here twice, first on line 1")]
    [InlineData("a: 1\n---\nb: 2", "f.yml:2:1: a second document starts here")]
    [InlineData("? [a, b]\n: c", "f.yml:1:3: a key is text, but here it is a list")]
    [InlineData("a: [1, 2", "f.yml:2:1: this is not YAML")]
    [InlineData("a: 1\n\tb: 2", "f.yml:2:1: this is not YAML: a tab can't indent")]
    [InlineData("a: \"\\q\"", "f.yml:1:4: this is not YAML")]
    [InlineData("a: b: c", "f.yml:1:5: this is not YAML")]
    [InlineData("%YAML 9.9\n---\na: 1", "f.yml:1:1: this is not YAML")]
    public void What_can_not_be_taken_is_found_with_its_place(string text, params string[] expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var findings = Read(text).Findings;
        findings.Count.ShouldBe(expected.Length, string.Join('\n', findings));
        for (var i = 0; i < expected.Length; i++)
            findings[i].ToString().ShouldStartWith(expected[i]);
    }

    [Fact]
    public void Several_findings_are_collected() =>
        Read("a: &x 1\na: 2\nb: !!str 3\n<<: {}\n").Findings.Select(f => f.Line).ShouldBe([1, 2, 3, 4]);

    [Fact]
    public void An_alias_bomb_is_refused_without_unfolding_it()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
            bomb.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n"
            );
        Read(bomb.ToString()).Findings.Count.ShouldBe(1 + (39 * 5));
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(100_000, true)]
    public void Depth_is_bounded(int depth, bool refused)
    {
        var document = Read(new string('[', depth) + "x" + new string(']', depth));
        (document.Findings.Count > 0).ShouldBe(refused);
        if (refused)
            document.Findings[^1].Message.ShouldContain("more than 64 levels");
    }

    [Fact]
    public void The_number_of_nodes_is_bounded() =>
        Read("[" + string.Concat(Enumerable.Repeat("1,", YamlLimits.Nodes)) + "]")
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldContain("more than 100000 values");

    [Fact]
    public void The_size_is_bounded() =>
        YamlReader
            .Read(new byte[YamlLimits.Bytes + 1], "f.yml")
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldBe("the file has 1048577 bytes; at most 1048576 are read");

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xff }, "f.yml:2:2: the file is not UTF-8")]
    [InlineData(new byte[] { 0xff, 0xfe, (byte)'a', 0 }, "f.yml:1:1: the file is not UTF-8")]
    [InlineData(new byte[] { (byte)'a', 0xed, 0xa0, 0x80 }, "f.yml:1:2: the file is not UTF-8")]
    [InlineData(new byte[] { (byte)'a', 0xc3 }, "f.yml:1:2: the file is not UTF-8")]
    public void Another_encoding_than_utf8_is_an_error(byte[] bytes, string expected) =>
        YamlReader.Read(bytes, "f.yml").Findings.ShouldHaveSingleItem().ToString().ShouldStartWith(expected);

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        YamlReader
            .Read([0xef, 0xbb, 0xbf, (byte)'a', (byte)':', (byte)' ', (byte)'1'], "f.yml")
            .Root.ShouldBeOfType<YamlMapping>()
            .Entries[0]
            .Key.Column.ShouldBe(1);

    [Fact]
    public void Whatever_the_bytes_are_the_reader_answers()
    {
        var random = new Random(20);
        const string Pieces = "a1:-[]{},&*!|>'\"%@`#? \n\t~<\\\u00e9";
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(40)).Select(_ => Pieces[random.Next(Pieces.Length)])
            );
            var document = Read(text);
            document.Findings.ShouldAllBe(f => f.Line >= 1 && f.Column >= 1);
        }
    }

    private static YamlDocument Read(string text) => YamlReader.Read(Encoding.UTF8.GetBytes(text), "f.yml");
}
