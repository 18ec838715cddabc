using Baton.Runtime.Configuration;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Tests.Runtime.Pushing;

public sealed class PathSettlingTests
{
    private static string Settle(string path, string rule, string? before, string? mine, string? remote) =>
        new Contest(path) { Rules = rule }.Settle(before, mine, remote);

    [Theory]
    [InlineData("a\nb\n", "a\nb\nm\n", "a\nb\nr\n", "a\nb\nr\nm\n")]
    [InlineData("a\nb\nc\n", "m\na\nc\n", "a\nb\nc\nr\n", "m\na\nc\nr\n")]
    [InlineData(null, "x\nm\n", "x\nr\n", "x\nr\nm\n")]
    [InlineData("a", "a\nm", "a\nr", "a\nr\nm")]
    [InlineData("a\r\n", "a\r\nm\r\n", "a\r\nr\r\n", "a\r\nr\r\nm\r\n")]
    [InlineData("a\n", "a\nsame\n", "a\nsame\n", "a\nsame\n")]
    public void Union_has_the_lines_of_both_the_branch_first(
        string? before,
        string mine,
        string remote,
        string merged
    ) => Assert.Equal(merged, Settle("CHANGELOG.md", "{ paths: [\"**\"], resolve: union }", before, mine, remote));

    [Theory]
    [InlineData("a", "m", null, "conflict: changed here, deleted on the branch")]
    [InlineData("a", null, "r", "conflict: deleted here, changed on the branch")]
    [InlineData("a", "m\0", "r", "conflict: it is binary")]
    public void Union_needs_lines_on_both_sides(string before, string? mine, string? remote, string why) =>
        Assert.StartsWith(
            why,
            Settle("x.txt", "{ paths: [\"**\"], resolve: union }", before, mine, remote),
            StringComparison.Ordinal
        );

    [Fact]
    public void Lines_of_both_that_are_no_json_any_more_are_a_conflict() =>
        Assert.StartsWith(
            "conflict: the lines of both together can't be read any more",
            Settle(
                "x.json",
                "{ paths: [\"**\"], resolve: union }",
                "{\n\"a\": 1\n}",
                "{\n\"a\": 2\n}",
                "{\n\"a\": 3\n}"
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("mine", "m", "r", "mine: m")]
    [InlineData("mine", null, "r", "mine: deleted")]
    [InlineData("remote", "m", "r", "remote: r")]
    [InlineData("remote", "m", null, "remote: deleted")]
    [InlineData("fail", "m", "r", "conflict: its rule says fail")]
    public void One_side_is_taken_whole(string way, string? mine, string? remote, string settled) =>
        Assert.Equal(settled, Settle("x", $"{{ paths: [x], resolve: {way} }}", "b", mine, remote));

    [Fact]
    public void The_first_rule_that_means_a_path_counts()
    {
        const string Rules = "{ paths: [data/keep.json], resolve: remote }, { paths: [data], resolve: mine }";
        Assert.Equal("remote: r", Settle("data/keep.json", Rules, "b", "m", "r"));
        Assert.Equal("mine: m", Settle("data/deep/x", Rules, "b", "m", "r"));
        Assert.StartsWith(
            "conflict: both sides changed it (changed here, changed on the branch)",
            Settle("src/x", Rules, "b", "m", "r"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_conflict_says_which_rule_would_settle_it()
    {
        var conflict = Assert.IsType<Settlement.Conflict>(new Contest("a\"\nb").Of("b", "m", null));
        Assert.Contains("with mine or remote", conflict.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', conflict.Hint);
    }

    [Fact]
    public void Automation_takes_this_runs_data_and_the_branchs_code()
    {
        var rules = PushPresets.Rules(new PushSettings { Preset = PushPreset.Automation });
        Assert.Equal(PushResolution.Mine, rules.For("data/x/y.json")?.Resolve);
        Assert.Equal(PushResolution.Mine, rules.For("site/activity-data.json")?.Resolve);
        Assert.Equal(PushResolution.Remote, rules.For("package.json")?.Resolve);
        Assert.Equal(PushResolution.Remote, rules.For("src/main.c")?.Resolve);
    }
}
