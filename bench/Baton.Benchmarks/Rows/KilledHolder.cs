using System.Diagnostics;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks.Rows;

/// <summary>
/// From `kill -9` of the holder to the next start, with everybody's defaults. Once the whole process group is killed, once
/// the lock's own program alone: what it ran lives on, and Baton ends that before it grants again.
/// </summary>
internal sealed class KilledHolder : IRow
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15),
        Patience = TimeSpan.FromSeconds(60),
        Slow = TimeSpan.FromSeconds(1);

    public string Name => "killed";

    public string What => "kill -9 of the holder to the next start";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var all = Line(bench, Whom.Group, "kill -9 of holder and command to the next start");
        var alone = Line(bench, Whom.Alone, "kill -9 of the holder alone to the next start");
        return [all with { Aims = [Aim.AtMost(50, "ms", all.Of("baton"))] }, alone];
    }

    private static Line Line(Bench bench, Whom whom, string what)
    {
        var samples = bench.Peers.ToDictionary(peer => peer.Name, _ => new Sample(), StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < bench.Pick(quick: 1, full: 15); round++)
            foreach (var peer in bench.Peers.Where(peer => peer.IsHere && !given.Contains(peer.Name)))
            {
                if (bench.Size == Size.Quick && peer != bench.Baton)
                    continue; // their defaults are ten seconds
                var took = Once(bench, peer, whom);
                if (took is { } time)
                    samples[peer.Name].Add(time.TotalMilliseconds);
                if (took is null || took > Slow)
                    given.Add(peer.Name); // once is enough to know
            }
        var line = Lines.Of(bench, what, "ms", peer => samples[peer].Median);
        return line with
        {
            Values =
            [
                .. line.Values.Select(value =>
                    value is { Amount: null, Instead: null }
                        ? value with
                        {
                            Instead = Missing(given, value.Who),
                        }
                        : value
                ),
            ],
        };
    }

    private static string Missing(HashSet<string> given, string who) =>
        given.Contains(who) ? $"over {Bound.TotalSeconds} s" : "not tried";

    private static TimeSpan? Once(Bench bench, Peer peer, Whom whom)
    {
        using var marks = new Marks(bench.Folder);
        var name = $"killed-{Path.GetFileName(marks.Path)}";
        var holder = Launch.Start(peer.Holding(name, marks.Words("60")), bench.Environment);
        if (marks.Next(Patience) is null)
            throw new InvalidOperationException($"{peer.Name}: nothing started for {Patience.TotalSeconds} s");
        var next = Launch.Start(peer.Holding(name, marks.Words("0.005")), bench.Environment);
        Thread.Sleep(500); // until it stands in line
        var killed = Stopwatch.GetTimestamp();
        Launch.End(holder, whom);
        TimeSpan? took = marks.Next(Bound) is { } mark ? Stopwatch.GetElapsedTime(killed, mark.At) : null;
        Launch.End(holder, Whom.Group);
        _ = Launch.Wait(holder);
        if (took is null)
            Launch.End(next, Whom.Group);
        _ = Launch.Wait(next);
        return took;
    }
}
