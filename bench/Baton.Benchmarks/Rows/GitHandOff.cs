using System.Diagnostics;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks.Rows;

/// <summary>Acquire-release and hand-off over a git remote: beside a lock that is a branch, which everybody polls.</summary>
internal sealed class GitHandOff : IRow
{
    public string Name => "git-hand-off";

    public string What =>
        "a git remote, folder and http: 2, 8, 32 at once through one lock, and each hand-off between them";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        using var git = new GitPeers(bench.Folder);
        var peers = git.All(bench.Baton);
        return
        [
            .. bench
                .Pick(quick: [(2, 1)], full: ((int, int)[])[(2, 6), (8, 3), (32, 1)])
                .SelectMany(size => Measure(bench, peers, size)),
        ];
    }

    private static IEnumerable<Line> Measure(Bench bench, IReadOnlyList<Peer> peers, (int Waiting, int Rounds) size)
    {
        var handOffs = peers.Select(_ => new Sample()).ToArray();
        var alls = peers.Select(_ => new Sample()).ToArray();
        for (var round = 0; round < size.Rounds; round++)
        for (var peer = 0; peer < peers.Count; peer++)
            if (peers[peer].IsHere)
            {
                HandOff.Gather(bench, peers[peer], size.Waiting, handOffs[peer]);
                alls[peer].Add(AtOnce(bench, peers[peer], size.Waiting));
            }
        yield return Tell($"{size.Waiting} at once through one lock, each", alls, sample => sample.Median);
        yield return Tell($"hand-off, {size.Waiting} wait, 95th percentile", handOffs, sample => sample.P95);
        var median = Tell($"hand-off, {size.Waiting} wait, median", handOffs, sample => sample.Median);
        yield return median with
        {
            Aims =
            [
                .. ((string[])["folder", "http"])
                    .Where(way => median.Of($"baton, git {way}") is not null)
                    .Select(way =>
                        Aim.AtLeast(
                            3,
                            $"× faster, {way}",
                            median.Of($"lock branch, {way}") / median.Of($"baton, git {way}")
                        )
                    ),
            ],
        };

        Line Tell(string what, Sample[] samples, Func<Sample, double?> figure) =>
            new(
                $"git: {what}",
                "ms",
                [
                    .. peers.Select(
                        (peer, at) => new Value(peer.Name, figure(samples[at]), peer.IsHere ? null : peer.Absent)
                    ),
                ]
            );
    }

    /// <summary>Lets so many begin at once, each with a command that does nothing; how long one took of it all.</summary>
    private static double AtOnce(Bench bench, Peer peer, int count)
    {
        var began = Stopwatch.GetTimestamp();
        var name = $"at-once-{began}";
        List<int> all = [];
        for (var i = 0; i < count; i++)
            all.Add(Launch.Start(peer.Holding(name, "/bin/true"), bench.Environment));
        all.ForEach(pid => Launch.Wait(pid));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds / count;
    }
}
