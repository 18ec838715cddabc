namespace Baton.Tests.Runtime.Pushing;

public sealed class RowMergeTests
{
    private static string Merge(string path, string rule, string? before, string mine, string remote) =>
        new Contest(path) { Rules = rule }.Settle(before, mine, remote);

    [Theory]
    [InlineData("id,n\n1,a\n", "id,n\n1,a\n2,b\n", "id,n\n1,a\n3,c\n", "id,n\n1,a\n3,c\n2,b\n")]
    [InlineData("id,n\n", "id,n\n2,b\n", "id,n\n2,b\n", "id,n\n2,b\n2,b\n")] // two runs, two rows
    [InlineData(null, "id,n\n2,b\n", "id,n\n3,c\n", "id,n\n3,c\n2,b\n")]
    [InlineData(
        "id,n\n1,\"a\nb\"\n",
        "id,n\n1,\"a\nb\"\n2,x",
        "id,n\n1,\"a\nb\"\n3,\"y\nz\"\n",
        "id,n\n1,\"a\nb\"\n3,\"y\nz\"\n2,x\n"
    )]
    [InlineData("id,n\n1,a\n", "id,n\n", "id,n\n1,a\n2,b\n", "id,n\n2,b\n")]
    public void Without_a_key_rows_of_both_are_there(string? before, string mine, string remote, string merged) =>
        Assert.Equal(merged, Merge("t.csv", "", before, mine, remote));

    [Theory]
    [InlineData("id,n\n1,a\n2,b\n", "id,n\n1,x\n2,b\n", "id,n\n1,a\n2,y\n", "id,n\n1,x\n2,y\n")]
    [InlineData("id,n\n1,a\n", "id,n\n1,a\n2,b\n", "id,n\n1,a\n2,b\n", "id,n\n1,a\n2,b\n")]
    [InlineData("id,n\n1,a\n", "id,n\n1,x\n", "id,n\n1,y\n", "conflict: both sides changed a row: \"1,x\", \"1,y\"")]
    [InlineData("id,n\n1,a\n", "n\na\n", "id,n\n1,y\n", "conflict: the two versions have different columns")]
    [InlineData("id,n\n1,a\n", "id,n\n,a\n", "id,n\n1,y\n", "conflict: the row \",a\" has no \"id\"")]
    public void With_a_key_rows_are_told_by_it(string before, string mine, string remote, string merged) =>
        Assert.Equal(merged, Merge("t.csv", "{ paths: [t.csv], resolve: csv, by: id }", before, mine, remote));

    [Theory]
    [InlineData("", "{\"id\":1}\n", "{\"id\":2}\n", "{\"id\":2}\n{\"id\":1}\n")]
    [InlineData(
        "{\"id\":1,\"v\":1}\n",
        "{\"id\":1,\"v\":2}\n",
        "{\"id\":1,\"v\":1}\n{\"id\":2}\n",
        "{\"id\":1,\"v\":2}\n{\"id\":2}\n"
    )]
    [InlineData(
        "",
        "{\"id\":1}\nnonsense\n",
        "{\"id\":2}\n",
        "conflict: the line \"nonsense\" has no \"id\": line 1: 'nonsense' is an invalid"
    )]
    public void Lines_of_json_are_told_by_their_key(string before, string mine, string remote, string merged) =>
        Assert.StartsWith(
            merged,
            Merge("l.jsonl", "{ paths: [l.jsonl], resolve: jsonl, by: id }", before, mine, remote),
            StringComparison.Ordinal
        );
}
