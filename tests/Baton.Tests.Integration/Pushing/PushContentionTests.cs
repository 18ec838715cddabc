using System.Text.Json;
using Baton.Runtime.Pushing;

namespace Baton.Tests.Integration.Pushing;

public sealed class PushContentionTests
{
    private const int Writers = 10;

    private const string Rules =
        "{ paths: [data.json], resolve: json, lists: { items: { by: id } }, keys: { total: { count-of: items }, last_updated: newest } }, "
        + "{ paths: [data.csv], resolve: csv, by: id }";

    [Fact]
    public async Task Records_of_all_writers_are_there_and_the_totals_are_right()
    {
        using var ground = new PushGround(
            ("data.json", "{\n  \"items\": [],\n  \"total\": 0,\n  \"last_updated\": \"2026-01-01T00:00:00Z\"\n}\n"),
            ("data.csv", "id,what\n")
        );
        var rules = PushGround.Rules(Rules);
        var clones = Enumerable.Range(1, Writers).Select(i => (Id: i, Clone: ground.Clone($"w{i}"))).ToList();
        var ends = await Task.WhenAll(clones.Select(writer => Task.Run(() => Write(writer.Id, writer.Clone))));
        Assert.All(ends, end => Assert.IsType<PushEnd.Pushed>(end));

        using var data = JsonDocument.Parse(ground.There("data.json"));
        Assert.Equal(
            Enumerable.Range(1, Writers),
            data.RootElement.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetInt32())
                .Order()
        );
        Assert.Equal(Writers, data.RootElement.GetProperty("total").GetInt32());
        Assert.Equal($"2026-01-01T00:00:{Writers:00}Z", data.RootElement.GetProperty("last_updated").GetString());
        Assert.Equal(Writers + 1, ground.There("data.csv").TrimEnd().Split('\n').Length);
        Assert.Equal($"{Writers + 1}", ground.OnRemote("rev-list", "--count", "--no-merges", "--first-parent", "main"));
        Assert.Equal($"{Writers + 1}", ground.OnRemote("rev-list", "--count", "main"));
        Assert.Equal("", ground.OnRemote("fsck", "--no-dangling"));

        async Task<PushEnd> Write(int id, string clone)
        {
            PushGround.Write(
                clone,
                "data.json",
                $"{{\n  \"items\": [\n    {{ \"id\": {id} }}\n  ],\n  \"total\": 1,\n  \"last_updated\": \"2026-01-01T00:00:{id:00}Z\"\n}}\n"
            );
            PushGround.Write(clone, "data.csv", $"id,what\n{id},x\n");
            var report = await ground.PushAsync(
                clone,
                order =>
                    order with
                    {
                        Rules = rules,
                        Patience = order.Patience with { Attempts = 100, Deadline = TimeSpan.FromMinutes(10) },
                    },
                $"record {id}"
            );
            return report.End;
        }
    }
}
