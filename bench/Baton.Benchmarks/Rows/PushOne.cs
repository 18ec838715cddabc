using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks.Rows;

/// <summary>One writer: the remote has moved since it was cloned, or it hasn't.</summary>
internal sealed class PushOne : IRow
{
    public string Name => "push-one";

    public string What => "one writer: baton push, beside commit, pull --rebase and push";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        if (bench.Size == Size.Quick)
            return [.. Measure(bench, (20, PushTransport.Local), 1)];
        return
        [
            .. Measure(bench, (2000, PushTransport.Local), 15),
            .. Measure(bench, (2000, PushTransport.Http), 10),
            .. Measure(bench, (50_000, PushTransport.Local), 7),
        ];
    }

    private static IEnumerable<Line> Measure(Bench bench, (int Files, PushTransport Transport) world, int rounds)
    {
        using var field = new PushField(bench.Folder, world.Files, world.Transport);
        var what = $"one writer, {world.Files:#,0} files, {world.Transport.ToString().ToLowerInvariant()}";
        if (field.IsMissing(world.Transport))
            return [new(what, "ms", [new("baton", null, "git has no http backend here")])];
        var (moved, still) = (
            Gather(bench, (field, PushPeer.ByHand), (rounds, 1)),
            Gather(bench, (field, PushPeer.Plain), (rounds, 0))
        );
        var memory = Launch.PeakKilobytes(Words(bench, field), Environment(bench)) * 1024 / 1e6;
        var bound = world switch
        {
            (_, PushTransport.Http) => 0.9,
            (> 2000, _) => 0.25,
            _ => 0.65,
        };
        return
        [
            Line($"{what}, the remote has moved", PushPeer.ByHand, moved, bound),
            Line($"{what}, it has not", PushPeer.Plain, still, 1.25),
            new($"{what}, peak memory", "MB", [new("baton", memory)], Aim.AtMost(20, "MB", memory)),
        ];
    }

    private static Line Line(string what, PushPeer peer, (Sample Baton, Sample Peer) samples, double bound) =>
        new(
            what,
            "ms",
            [new("baton", samples.Baton.Median), new(peer.Name, samples.Peer.Median)],
            Aim.AtMost(bound, $"× {peer.Name}", samples.Baton.Median / samples.Peer.Median)
        );

    // In turns, each with a fresh clone: a busy machine is busy for both.
    private static (Sample, Sample) Gather(
        Bench bench,
        (PushField Field, PushPeer Peer) who,
        (int Rounds, int Moves) how
    )
    {
        var (baton, peer) = (new Sample(), new Sample());
        for (var round = 0; round < how.Rounds; round++)
            foreach (var (way, sample) in new[] { (PushPeer.Alone, baton), (who.Peer, peer) })
            {
                var (remote, clones) = who.Field.Make(1);
                if (how.Moves > 0)
                    who.Field.Advance(remote, how.Moves);
                var (wall, cost) = Launch.Time(way.Words(clones[0], 0, ("", bench.Program)), Environment(bench));
                if (cost.Status != 0)
                    throw new InvalidOperationException($"{way.Name} ended with status {cost.Status}");
                sample.Add(wall.TotalMilliseconds);
                foreach (var path in clones.Append(remote))
                    Directory.Delete(path, recursive: true);
            }

        return (baton, peer);
    }

    private static IReadOnlyList<string> Words(Bench bench, PushField field) =>
        PushPeer.Alone.Words(field.Make(1).Clones[0], 0, ("", bench.Program));

    private static IReadOnlyList<string> Environment(Bench bench) => [.. bench.Environment, .. PushField.Variables];
}
