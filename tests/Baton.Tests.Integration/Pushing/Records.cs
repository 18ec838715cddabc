using System.Globalization;
using System.Text.Json;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Tests.Integration.Pushing;

/// <summary>One JSON file and one CSV to which every writer adds a record.</summary>
internal static class Records
{
    public static PathRules Rules { get; } =
        PushGround.Rules(
            "{ paths: [data.json], resolve: json, lists: { items: { by: id } }, keys: { total: { count-of: items }, last_updated: newest } }, "
                + "{ paths: [data.csv], resolve: csv, by: id }"
        );

    /// <summary>A remote with both files, empty.</summary>
    public static PushGround Ground() =>
        new(
            ("data.json", "{\n  \"items\": [],\n  \"total\": 0,\n  \"last_updated\": \"2026-01-01T00:00:00Z\"\n}\n"),
            ("data.csv", "id,what\n")
        );

    /// <summary>Adds a record to a clone that has none.</summary>
    public static void Append(string clone, int id)
    {
        PushGround.Write(
            clone,
            "data.json",
            $"{{\n  \"items\": [\n    {{ \"id\": {id} }}\n  ],\n  \"total\": 1,\n  \"last_updated\": \"{Time(id)}\"\n}}\n"
        );
        PushGround.Write(clone, "data.csv", $"id,what\n{id},x\n");
    }

    /// <summary>These records and no others are there, each once, in a line of commits.</summary>
    public static void Check(PushGround ground, IReadOnlyList<int> ids, int others = 0)
    {
        using var data = JsonDocument.Parse(ground.There("data.json"));
        Assert.Equal(
            ids.Order(),
            data.RootElement.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetInt32())
                .Order()
        );
        Assert.Equal(ids.Count, data.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(Time(ids.Max()), data.RootElement.GetProperty("last_updated").GetString());
        Assert.Equal(
            ids.Order(),
            ground
                .There("data.csv")
                .TrimEnd()
                .Split('\n')
                .Skip(1)
                .Select(row => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture))
                .Order()
        );
        Assert.Equal(
            $"{ids.Count + 1 + others}",
            ground.OnRemote("rev-list", "--count", "--no-merges", "--first-parent", "main")
        );
        Assert.Equal($"{ids.Count + 1 + others}", ground.OnRemote("rev-list", "--count", "main"));
        Assert.Equal("", ground.OnRemote("fsck", "--no-dangling"));
    }

    private static string Time(int id) =>
        string.Create(CultureInfo.InvariantCulture, $"2026-01-01T00:{id / 60:00}:{id % 60:00}Z");
}
