using System.Globalization;
using System.Text.Json;

namespace Baton.Faults.Writing;

/// <summary>What must hold of the branch, whoever was killed.</summary>
internal sealed class Verdict(Field field, Ledger ledger)
{
    /// <summary>Checks it.</summary>
    /// <param name="acknowledged">The writers that were told that their record is there.</param>
    /// <param name="all">All writers.</param>
    public void Check(IReadOnlyList<int> acknowledged, IReadOnlyList<int> all)
    {
        using var data = JsonDocument.Parse(field.OnRemote("show", "main:data.json"));
        var root = data.RootElement;
        var items = root.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("id").GetInt32())
            .ToList();
        var rows = field
            .OnRemote("show", "main:data.csv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(row => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture))
            .ToList();
        var commits = field
            .OnRemote("log", "--format=%s", "--grep=^record ", "main")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => int.Parse(line["record ".Length..], CultureInfo.InvariantCulture))
            .ToList();
        foreach (var (what, there) in new[] { ("items", items), ("rows", rows), ("commits", commits) })
        {
            ledger.Expect(there.Distinct().Count() == there.Count, $"{what}: {Text(there)}: one is there twice");
            ledger.Expect(
                !acknowledged.Except(there).Any(),
                $"{what}: {Text(acknowledged.Except(there))} acknowledged and lost"
            );
            ledger.Expect(!there.Except(all).Any(), $"{what}: {Text(there.Except(all))} came from nowhere");
        }

        ledger.Expect(items.Order().SequenceEqual(commits.Order()), "the records are not those of the commits");
        ledger.Expect(root.GetProperty("total").GetInt32() == items.Count, "the total is wrong");
        ledger.Expect(field.OnRemote("rev-list", "--min-parents=2", "main").Length == 0, "the history is no line");
        ledger.Expect(
            field.OnRemote("log", "--format=%s", "main").Split('\n').Length == commits.Count + 2,
            "a commit of somebody else is lost"
        );
        var fsck = field.OnRemote("fsck", "--no-dangling", "--no-progress");
        ledger.Expect(fsck.Length == 0, $"git fsck: {fsck}");
    }

    private static string Text(IEnumerable<int> ids) => string.Join(' ', ids.Order());
}
