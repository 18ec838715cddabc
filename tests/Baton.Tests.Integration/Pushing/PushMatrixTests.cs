using System.Text;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Tests.Integration.Pushing;

/// <summary>Every kind of conflict under every rule: what ends up in the tree, byte for byte.</summary>
public sealed class PushMatrixTests
{
    // before | mine | remote: MODE PATH TEXT, commas between; l is a symbolic link, x an executable file.
    private static readonly (string Kind, string Before, string Mine, string Remote)[] Kinds =
    [
        ("modify/modify", "f p 1", "f p m", "f p r"),
        ("modify/delete", "f p 1", "f p m", ""),
        ("delete/modify", "f p 1", "", "f p r"),
        ("add/add", "", "f p m", "f p r"),
        ("rename/modify", "f p 1234567890abc", "f q 1234567890abc", "f p 1234567890abr"),
        ("rename/rename", "f p 1234567890abc", "f q 1234567890abc", "f s 1234567890abc"),
        ("mode/modify", "f p 1", "x p 1", "f p r"),
        ("mode+modify/modify", "f p 1", "x p m", "f p r"),
        ("binary", "f p \\0b", "f p \\0m", "f p \\0r"),
        ("link/link", "l p 1", "l p m", "l p r"),
        ("link/modify", "f p 1", "l p m", "f p r"),
        ("file/folder", "", "f p m", "f p/q r"),
    ];

    private static readonly string[] Ways = ["none", "mine", "remote", "union", "json", "yaml", "jsonl", "csv", "fail"];

    [Fact]
    public void Each_kind_of_conflict_ends_under_each_rule_as_the_table_says()
    {
        using var ground = new PushGround();
        var table = new StringBuilder();
        foreach (var kind in Kinds)
        foreach (var way in Ways)
            table.Append($"{kind.Kind, -20}{way, -8}{Settle(ground, kind, way)}\n");
        var page = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Pushing", "matrix.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is not null)
            File.WriteAllText(page, table.ToString());
        Assert.Equal(File.ReadAllText(page), table.ToString());
    }

    private static string Settle(
        PushGround ground,
        (string Kind, string Before, string Mine, string Remote) kind,
        string way
    )
    {
        var repository = new WorkRepository(
            ground.Ground.Git,
            GitPlace.In(ground.Mine),
            TestContext.Current.CancellationToken
        );
        var index = ground.Ground["matrix-index"];
        var rules = way == "none" ? "" : $"{{ paths: [\"**\"], resolve: {way} }}";
        var merge = new TreeMerge(repository, PushGround.Rules(rules), index);
        var end = merge.Merge(Tree(kind.Before), Tree(kind.Mine), Tree(kind.Remote));
        return end switch
        {
            TreeMergeEnd.Conflicted conflicted =>
                $"conflict: {string.Join("; ", conflicted.Conflicts.Select(one => $"{one.Path}: {one.Conflict.Why}"))}",
            TreeMergeEnd.Merged merged =>
                $"{(merged.Results.Any(result => result.IsPartial) ? "partly: " : "")}{Show(merged.Tree)}",
            _ => "",
        };

        string Tree(string entries)
        {
            var own = repository.With($"{index}-made");
            _ = own.Say("read-tree", "--empty");
            var made = entries.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(' '));
            own.Put(
                made.Select(entry =>
                    (new TreePath(entry[1]), (TreeEntry?)new TreeEntry(Mode(entry[0]), Blob(entry[2])))
                ),
                40
            );
            return own.Say("write-tree");
        }

        string Blob(string text) =>
            repository.Feed(
                Encoding.ASCII.GetBytes(
                    text.Replace("\\0", "\0", StringComparison.Ordinal)
                        + (kind.Kind.StartsWith("link", StringComparison.Ordinal) ? "" : "\n")
                ),
                "hash-object",
                "-w",
                "--stdin"
            );

        string Show(string tree) =>
            string.Join(
                ", ",
                repository
                    .Changes(repository.Feed(default, "hash-object", "-t", "tree", "-w", "--stdin"), tree)
                    .Select(change => $"{change.After!.Mode} {change.Path} {Text(change.After)}")
            );

        string Text(TreeEntry entry) =>
            Encoding
                .ASCII.GetString(repository.Content(entry).Span)
                .Replace("\n", "\\n", StringComparison.Ordinal)
                .Replace("\0", "\\0", StringComparison.Ordinal);
    }

    private static string Mode(string letter) =>
        letter switch
        {
            "l" => "120000",
            "x" => "100755",
            _ => "100644",
        };
}
