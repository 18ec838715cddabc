using System.Diagnostics;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks.Rows;

/// <summary>Many writers that push to one branch at the same moment, each with a file of its own.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="world">How many writers, how many files there are, and how the remote is reached.</param>
internal sealed class PushMany(string name, (int Writers, int Files, PushTransport Transport) world) : IRow
{
    /// <summary>One for each number of writers; where it takes an hour to make clones of 50,000 files, of few.</summary>
    public static IReadOnlyList<IRow> All { get; } =
    [
        new PushMany("push-8", (8, 2000, PushTransport.Local)),
        new PushMany("push-32", (32, 2000, PushTransport.Local)),
        new PushMany("push-64", (64, 2000, PushTransport.Local)),
        new PushMany("push-8-http", (8, 2000, PushTransport.Http)),
        new PushMany("push-32-http", (32, 2000, PushTransport.Http)),
        new PushMany("push-8-large", (8, 50_000, PushTransport.Local)),
    ];

    public string Name => name;

    public string What =>
        $"{world.Writers} writers push to one branch of {world.Files:#,0} files, {world.Transport.ToString().ToLowerInvariant()}";

    public IReadOnlyList<Line> Measure(Bench bench) =>
        [.. Measure(bench, bench.Pick(quick: (2, 20, world.Transport), full: world))];

    private static IEnumerable<Line> Measure(Bench bench, (int Writers, int Files, PushTransport Transport) world)
    {
        var (writers, files, transport) = world;
        using var field = new PushField(bench.Folder, files, transport);
        var what = $"{writers} writers, {files:#,0} files, {transport.ToString().ToLowerInvariant()}";
        if (field.IsMissing(transport))
            return [new(what, "s", [new("baton", null, "git has no http backend here")])];
        var came = PushPeer.All.ToDictionary(peer => peer.Name, peer => Race(bench, field, (peer, writers)));
        var wall = Line("s", race => race.Wall.TotalSeconds);
        var pushes = Line("pushes of the branch", race => race.Pushes);
        return
        [
            wall with
            {
                What = what,
                Aims =
                    writers == 32
                        ?
                        [
                            Aim.AtMost(0.15, "× without limit", wall.Of("baton") / wall.Of("the same without limit")),
                            Aim.AtMost(0.45, "× flock", wall.Of("baton") / wall.Of("flock")),
                        ]
                        : [],
            },
            pushes with
            {
                Aims = [Aim.AtMost(0.25, "of the writers", pushes.Of("baton") / writers)],
            },
            Line("writers that failed", race => race.Failed) with
            {
                Aims = [Aim.AtMost(0, "writers", came["baton"].Failed)],
            },
            Line("updates lost", race => race.Lost) with
            {
                Aims = [Aim.AtMost(0, "updates", came["baton"].Lost)],
            },
        ];

        Line Line(string unit, Func<Raced, double> figure) =>
            new(what, unit, [.. PushPeer.All.Select(peer => new Value(peer.Name, figure(came[peer.Name])))]);
    }

    private static Raced Race(Bench bench, PushField field, (PushPeer Peer, int Writers) way)
    {
        var (remote, clones) = field.Make(way.Writers);
        IReadOnlyList<string> environment = [.. bench.Environment, .. PushField.Variables];
        var means = (Path.Combine(bench.Folder, "push.lock"), bench.Program);
        var started = Stopwatch.GetTimestamp();
        var pids = clones
            .Select((clone, writer) => Launch.Start(way.Peer.Words(clone, writer, means), environment))
            .ToList();
        var ends = pids.Select(Launch.Wait).ToList();
        var wall = Stopwatch.GetElapsedTime(started);
        var there = PushField.There(remote);
        var done = Enumerable.Range(0, way.Writers).Where(writer => ends[writer].Status == 0).ToList();
        var raced = new Raced(
            wall,
            PushField.Moves(remote),
            way.Writers - done.Count,
            done.Count(writer => !there.Contains(writer))
        );
        foreach (var path in clones.Append(remote))
            Directory.Delete(path, recursive: true);
        return raced;
    }

    private sealed record Raced(TimeSpan Wall, int Pushes, int Failed, int Lost);
}
