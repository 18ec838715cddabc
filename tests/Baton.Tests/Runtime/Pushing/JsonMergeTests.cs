using Baton.Runtime.Pushing.Merging;

namespace Baton.Tests.Runtime.Pushing;

public sealed class JsonMergeTests
{
    private const string Manifest =
        "{ paths: [data/m.json], resolve: json, lists: { items: { by: id } }, "
        + "keys: { total: { count-of: items }, last_updated: newest, runs: sum, high: max, low: min, owner: remote, note: mine } }";

    private static string Merge(string? before, string mine, string remote, string rules = Manifest) =>
        new Contest("data/m.json") { Rules = rules }.Settle(before, mine, remote);

    [Fact]
    public void Items_of_both_are_there_and_the_total_is_counted_anew()
    {
        const string Before =
            "{\n  \"items\": [\n    { \"id\": 1 }\n  ],\n  \"total\": 1,\n  \"last_updated\": \"2026-01-01T00:00:00Z\"\n}\n";
        const string Mine =
            "{\n  \"items\": [\n    { \"id\": 1 },\n    { \"id\": 3 }\n  ],\n  \"total\": 2,\n  \"last_updated\": \"2026-01-03T00:00:00Z\"\n}\n";
        const string Remote =
            "{\n  \"items\": [\n    { \"id\": 1 },\n    { \"id\": 2 }\n  ],\n  \"total\": 2,\n  \"last_updated\": \"2026-01-02T00:00:00Z\"\n}\n";
        Assert.Equal(
            "{\n  \"items\": [\n    { \"id\": 1 },\n    { \"id\": 2 },\n    { \"id\": 3 }\n  ],\n  \"total\": 3,\n  \"last_updated\": \"2026-01-03T00:00:00Z\"\n}\n",
            Merge(Before, Mine, Remote)
        );
    }

    [Fact]
    public void A_total_is_counted_anew_also_where_gits_lines_merge_without_a_conflict()
    {
        var contest = new Contest("data/m.json")
        {
            Rules = Manifest,
            Clean = """{"items":[{"id":1},{"id":2},{"id":3}],"total":2}""",
        };
        Assert.Equal(
            """{"items":[{"id":1},{"id":2},{"id":3}],"total":3}""",
            contest.Settle(
                """{"items":[{"id":2}],"total":1}""",
                """{"items":[{"id":2},{"id":3}],"total":2}""",
                """{"items":[{"id":1},{"id":2}],"total":2}"""
            )
        );
    }

    [Theory]
    [InlineData("""{"runs":5}""", """{"runs":6}""", """{"runs":6}""", """{"runs":7}""")] // two equal changes are two
    [InlineData("""{"runs":1.50}""", """{"runs":1.75}""", """{"runs":2.50}""", """{"runs":2.75}""")]
    [InlineData("""{}""", """{"runs":2}""", """{"runs":3}""", """{"runs":5}""")]
    [InlineData("""{"high":5}""", """{"high":9}""", """{"high":7}""", """{"high":9}""")]
    [InlineData("""{"low":5}""", """{"low":3}""", """{"low":4}""", """{"low":3}""")]
    [InlineData("""{"note":"a"}""", """{"note":"b"}""", """{"note":"c"}""", """{"note":"b"}""")]
    [InlineData(
        """{"last_updated":"v1.9"}""",
        """{"last_updated":"v1.10"}""",
        """{"last_updated":"v1.9.5"}""",
        """{"last_updated":"v1.10"}"""
    )]
    public void Keys_follow_their_rules(string before, string mine, string remote, string merged) =>
        Assert.Equal(merged, Merge(before, mine, remote));

    [Fact]
    public void A_key_whose_change_is_dropped_is_named()
    {
        var settled = new Contest("data/m.json") { Rules = Manifest }.Of(
            """{"owner":"a","x":1}""",
            """{"owner":"me","x":1}""",
            """{"owner":"them","x":2}"""
        );
        Assert.Equal(["owner"], Assert.IsType<Settlement.Written>(settled).Dropped);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":3}""", "conflict: at a: here it became 2, on the branch 3")]
    [InlineData("""{"a":1}""", """{}""", """{"a":3}""", "conflict: at a: here it became nothing, on the branch 3")]
    [InlineData(
        """{"a":1}""",
        """{"a":2,}""",
        """{"a":3}""",
        "conflict: the version of this run can't be merged as JSON: line 1:"
    )]
    [InlineData(
        """{"a":1}""",
        """{"a":2,"a":2}""",
        """{"a":3}""",
        "conflict: the version of this run can't be merged as JSON: line 1: the key \"a\" comes twice"
    )]
    [InlineData(
        """{"items":[{"id":1}]}""",
        """{"items":[{"id":1},{"x":1}]}""",
        """{"items":[]}""",
        "conflict: at items: an item has no \"id\""
    )]
    [InlineData(
        """{"items":[{"id":1,"v":1}]}""",
        """{"items":[{"id":1,"v":2}]}""",
        """{"items":[]}""",
        "conflict: at items: the item 1 was changed on one side and removed on the other"
    )]
    [InlineData("""{"l":["a"]}""", """{"l":["b"]}""", """{"l":["c"]}""", "conflict: at l: both sides changed")]
    [InlineData("""{"runs":1}""", """{"runs":"2"}""", """{"runs":3}""", "conflict: at runs: \"2\" is no number")]
    public void What_can_not_both_be_kept_is_a_conflict_that_says_where(
        string before,
        string mine,
        string remote,
        string why
    ) => Assert.StartsWith(why, Merge(before, mine, remote), StringComparison.Ordinal);

    [Theory]
    // Appended on both sides, put in front on both sides, a window that moves, the same added twice.
    [InlineData("""[1, 2]""", """[1, 2, 3]""", """[1, 2, 4]""", """[1, 2, 4, 3]""")]
    [InlineData("""[1, 2]""", """[3, 1, 2]""", """[4, 1, 2]""", """[3, 4, 1, 2]""")]
    [InlineData("""[1, 2, 3]""", """[2, 3, 5]""", """[2, 3, 4]""", """[2, 3, 4, 5]""")]
    [InlineData("""["a"]""", """["a","b"]""", """["a", "b", "c"]""", """["a", "b", "c"]""")]
    [InlineData("""[]""", """[ 1 ]""", """[2]""", """[2, 1]""")]
    [InlineData("""[3, 1, 2]""", """[1, 2, 3]""", """[3, 1, 2, 4]""", """[1, 2, 4, 3]""")]
    public void Lists_without_a_key_are_merged_as_sets(string before, string mine, string remote, string merged) =>
        Assert.Equal(merged, Merge(before, mine, remote));

    [Theory]
    [InlineData(
        "{\r\n\t\"a\": 1e3,\r\n\t\"b\": 1.0\r\n}",
        "{\r\n\t\"a\": 1e3,\r\n\t\"b\": 1.0,\r\n\t\"c\": 2.50\r\n}",
        "{\r\n\t\"a\": 1e3,\r\n\t\"b\": 1.00\r\n}",
        "{\r\n\t\"a\": 1e3,\r\n\t\"b\": 1.00,\r\n\t\"c\": 2.50\r\n}"
    )]
    [InlineData(
        "\ufeff{\"é\":1}",
        "\ufeff{\"é\":1,\"ü\":\"\\u00e9\"}",
        "\ufeff{\"é\":2}",
        "\ufeff{\"é\":2,\"ü\":\"\\u00e9\"}"
    )]
    [InlineData("{}\n", "{\n  \"a\": 1\n}\n", "{\n  \"b\": 2\n}\n", "{\n  \"a\": 1,\n  \"b\": 2\n}\n")]
    public void Indent_order_line_ends_and_numbers_stay(string before, string mine, string remote, string merged) =>
        Assert.Equal(merged, Merge(before, mine, remote));

    [Fact]
    public void A_file_that_both_added_is_merged_key_by_key() =>
        Assert.Equal("""{"b":2,"a":1}""", Merge(null, """{"b":2,"a":1}""", """{"b":2}"""));

    [Fact]
    public void Without_a_rule_a_json_file_that_git_can_not_merge_is_merged_by_key() =>
        Assert.Equal("""{"a":2,"b":3}""", Merge("""{"a":1,"b":1}""", """{"a":2,"b":1}""", """{"a":1,"b":3}""", ""));

    [Fact]
    public void Lines_that_git_merged_into_something_unreadable_are_not_taken()
    {
        var contest = new Contest("data/m.json") { Clean = """{"a":1,"a":2}""" };
        Assert.Equal(
            "conflict: at a: here it became 2, on the branch 1",
            contest.Settle("{}", """{"a":2}""", """{"a":1}""")
        );
        var fine = new Contest("data/m.json") { Clean = """{"a":1,"b":2}""" };
        Assert.Equal("AsMerged", fine.Settle("{}", """{"b":2}""", """{"a":1}"""));
    }
}
