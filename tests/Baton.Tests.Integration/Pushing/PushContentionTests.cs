using Baton.Runtime.Pushing;

namespace Baton.Tests.Integration.Pushing;

public sealed class PushContentionTests
{
    private const int Writers = 10;

    [Fact]
    public async Task Records_of_all_writers_are_there_and_the_totals_are_right()
    {
        using var ground = Records.Ground();
        var clones = Enumerable.Range(1, Writers).Select(i => (Id: i, Clone: ground.Clone($"w{i}"))).ToList();
        var ends = await Task.WhenAll(clones.Select(writer => Task.Run(() => Write(ground, writer.Id, writer.Clone))));
        Assert.All(ends, end => Assert.IsType<PushEnd.Pushed>(end));
        Records.Check(ground, [.. Enumerable.Range(1, Writers)]);
    }

    private static async Task<PushEnd> Write(PushGround ground, int id, string clone)
    {
        Records.Append(clone, id);
        var report = await ground.PushAsync(
            clone,
            order =>
                order with
                {
                    Rules = Records.Rules,
                    Patience = order.Patience with { Attempts = 100, Deadline = TimeSpan.FromMinutes(10) },
                },
            $"record {id}"
        );
        return report.End;
    }
}
