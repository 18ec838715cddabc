using Baton.Workflows.Findings;

namespace Baton.Tests.Workflows.Findings;

/// <summary>A finding with its line.</summary>
public sealed class CodeFrameTests
{
    [Fact]
    public void The_place_is_marked_below_its_line() =>
        Show(new Finding("f.yml", 2, 3, "wrong", "do this") { Length = 2 }, "a\n  bb: c\nd")
            .ShouldBe("f.yml:2:3: error: wrong\n    2 |   bb: c\n      |   ^^ do this");

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var lines = Show(new Finding("f.yml", 1, 201, "wrong"), new string('a', 200) + "!" + new string('b', 200))
            .Split('\n');
        lines[1].ShouldStartWith("    1 | …aaa");
        lines[1].ShouldEndWith("bbb…");
        lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)].ShouldBe('!');
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("a\n", 7)]
    [InlineData("a\n   \nb", 2)]
    public void Where_there_is_no_line_the_hint_stands_alone(string text, int line) =>
        Show(new Finding("f.yml", line, 1, "wrong", "do this") { Severity = Severity.Warning }, text)
            .ShouldBe($"f.yml:{line}:1: warning: wrong\n  do this");

    [Fact]
    public void Nothing_in_the_line_acts_on_a_terminal() =>
        Show(new Finding("f.yml", 1, 1, "wrong"), "\u001b[2J::error::x\t\u202e").ShouldNotContain("\u001b");

    private static string Show(Finding finding, string text) => string.Join('\n', CodeFrame.Of(finding, text));
}
