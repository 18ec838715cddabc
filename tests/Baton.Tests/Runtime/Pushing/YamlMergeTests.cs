namespace Baton.Tests.Runtime.Pushing;

public sealed class YamlMergeTests
{
    private const string Rule =
        "{ paths: [v.yml], resolve: yaml, lists: { images: { by: name } }, keys: { count: { count-of: images }, runs: sum } }";

    private static string Merge(string before, string mine, string remote, string? clean = null) =>
        new Contest("v.yml") { Rules = Rule, Clean = clean }.Settle(before, mine, remote);

    [Fact]
    public void Changes_of_both_are_there_and_comments_and_quotes_stay() =>
        Assert.Equal(
            "# images\nimages:\n  - name: web # front\n    tag: \"2\"\n  - name: api\n    tag: '9'\ncount: 2\n",
            Merge(
                "# images\nimages:\n  - name: web # front\n    tag: \"1\"\n  - name: api\n    tag: '8'\ncount: 2\n",
                "# images\nimages:\n  - name: web # front\n    tag: \"1\"\n  - name: api\n    tag: '9'\ncount: 2\n",
                "# images\nimages:\n  - name: web # front\n    tag: \"2\"\n  - name: api\n    tag: '8'\ncount: 2\n"
            )
        );

    [Fact]
    public void Items_and_keys_of_both_are_added_and_the_count_is_made_anew() =>
        Assert.Equal(
            "images:\n  - name: web\n    tag: 1\n  - name: db\n    tag: 3\n  - name: api\n    tag: 2\ncount: 3\nruns: 9\nnew: yes\n",
            Merge(
                "images:\n  - name: web\n    tag: 1\ncount: 1\nruns: 5\n",
                "images:\n  - name: web\n    tag: 1\n  - name: api\n    tag: 2\ncount: 2\nruns: 7\nnew: yes\n",
                "images:\n  - name: web\n    tag: 1\n  - name: db\n    tag: 3\ncount: 2\nruns: 7\n"
            )
        );

    [Fact]
    public void Where_the_lines_merge_their_comments_of_both_sides_stay() =>
        Assert.Equal(
            "# mine\nruns: 7\nmiddle: 1\n# theirs\nlast: 2\n",
            Merge(
                "runs: 5\nmiddle: 1\nlast: 1\n",
                "# mine\nruns: 6\nmiddle: 1\nlast: 1\n",
                "runs: 6\nmiddle: 1\n# theirs\nlast: 2\n",
                "# mine\nruns: 6\nmiddle: 1\n# theirs\nlast: 2\n"
            )
        );

    [Fact]
    public void A_comment_of_this_run_that_would_be_lost_is_a_conflict() =>
        Assert.StartsWith(
            "conflict: the comment \"# why\" would be lost",
            Merge("a: 1\nb: 1\n", "a: 1 # why\nb: 2\n", "a: 3\nb: 1\n"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a: 1\nb: 2\n", "b: 2\n", "a: 1\nb: 3\n", "b: 3\n")]
    [InlineData("a: [1, 2]\n", "a: [1, 2, 3]\n", "a: [0, 1, 2]\n", "a: [0, 1, 2, 3]\n")]
    [InlineData("a:\n- 1\n", "a:\n- 1\n- 2", "a:\n- 1\n- 3", "a:\n- 1\n- 3\n- 2")]
    [InlineData("a: 1\n", "a: 1\nb: |\n  x\n  y\nc: 1\n", "a: 2\n", "a: 2\nb: |\n  x\n  y\nc: 1\n")]
    [InlineData("a: {x: 1}\nb: 1\n", "a: {x: 1, y: 2}\nb: 1\n", "a: {x: 3}\nb: 1\n", "a: {x: 3, y: 2}\nb: 1\n")]
    [InlineData("a:\n    b: 1\n", "a:\n    b: 1\n    c: 2\n", "a:\n  b: 3\n", "a:\n  b: 3\n  c: 2\n")]
    [InlineData("a:\nb: 1\n", "a: 5\nb: 1\n", "a:\nb: 2\n", "a: 5\nb: 2\n")]
    public void Only_the_lines_that_have_to_change_do(string before, string mine, string remote, string merged) =>
        Assert.Equal(merged, Merge(before, mine, remote));

    [Theory]
    [InlineData("a: 1\n", "a: 2\n", "a: 3\n", "conflict: at a: here it became 2, on the branch 3")]
    [InlineData("a: 1\n", "a: 2\n", "a: [\n", "conflict: the version on the branch can't be merged as YAML: line 2")]
    [InlineData("a: &x 1\n", "a: &x 1\nb: *x\n", "a: &x 2\n", "conflict: before both changes")]
    public void What_can_not_be_merged_is_a_conflict(string before, string mine, string remote, string why) =>
        Assert.Contains(why[10..], Merge(before, mine, remote), StringComparison.Ordinal);
}
