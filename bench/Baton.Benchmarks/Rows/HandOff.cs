using System.Diagnostics;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks.Rows;

/// <summary>
/// From the end of one section to the start of the next, while many processes wait: the section is 5 ms long, and begins
/// only when everybody waits. For Baton it holds one durable commit, of the end and the next grant together.
/// </summary>
internal sealed class HandOff : IRow
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public string Name => "hand-off";

    public string What => "end of a 5 ms section to the start of the next: 2, 8, 32, 128 processes wait";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var lines = new List<Line>();
        foreach (
            var (waiting, rounds) in bench.Pick(
                quick: [(2, 1)],
                full: ((int, int)[])[(2, 20), (8, 8), (32, 3), (128, 2)]
            )
        )
        {
            var samples = bench.Peers.ToDictionary(peer => peer.Name, _ => new Sample(), StringComparer.Ordinal);
            var syncs = new Sample();
            for (var round = 0; round < rounds; round++)
            {
                syncs.Add(1000 / Disk.Rate(bench.Folder, TimeSpan.FromMilliseconds(200)));
                foreach (var peer in bench.Peers.Where(peer => peer.IsHere))
                    Gather(bench, peer, waiting, samples[peer.Name]);
            }
            lines.AddRange(Tell(bench, waiting, samples, syncs.Median!.Value));
        }
        if (lines is [_, _, var eight, _, _, _, var most, _] && most.Of("baton") is { } many)
            lines[6] = most with { Aims = [.. most.Aims, Aim.AtMost(1.25, "× 8 processes", many / eight.Of("baton"))] };
        return lines;
    }

    private static IEnumerable<Line> Tell(Bench bench, int waiting, Dictionary<string, Sample> samples, double sync)
    {
        var median = Lines.Of(bench, $"hand-off, {waiting} wait, median", "ms", peer => samples[peer].Median);
        var late = Lines.Of(bench, $"hand-off, {waiting} wait, 95th percentile", "ms", peer => samples[peer].P95);
        var baton = median.Of("baton");
        yield return median with
        {
            Aims = [Aim.AtMost(1.6, "ms over one fdatasync", baton - sync)],
        };
        yield return late with
        {
            Aims = [Aim.AtMost(2.5, "× the median", late.Of("baton") / baton)],
        };
    }

    /// <summary>Lets so many wait behind one, and adds the time of each hand-off.</summary>
    public static void Gather(Bench bench, Peer peer, int waiting, Sample sample)
    {
        using var marks = new Marks(bench.Folder);
        using var gate = new Gate(bench.Folder);
        var lockName = $"hand-off-{Path.GetFileName(marks.Path)}";
        var all = new List<int> { Launch.Start(peer.Holding(lockName, gate.Words(marks.Path)), bench.Environment) };
        if (marks.Next(Bound) is null)
            throw new InvalidOperationException($"{peer.Name}: nothing started for {Bound.TotalSeconds} s");
        for (var i = 0; i < waiting; i++)
            all.Add(Launch.Start(peer.Holding(lockName, marks.Words("0.005")), bench.Environment));
        Thread.Sleep(TimeSpan.FromMilliseconds(300 + waiting * 25)); // until everybody stands in line
        gate.Open();
        var ended = 0L;
        for (var i = 0; i < 2 * waiting + 1; i++)
            if (marks.Next(Bound) is not { } mark)
                throw new InvalidOperationException($"{peer.Name}: nobody came for {Bound.TotalSeconds} s");
            else if (mark.Letter == 'e')
                ended = mark.At;
            else if (ended == 0)
                throw new InvalidOperationException($"{peer.Name}: two sections at once");
            else
            {
                sample.Add(Stopwatch.GetElapsedTime(ended, mark.At).TotalMilliseconds);
                ended = 0;
            }
        all.ForEach(pid => Launch.Wait(pid));
    }
}
