using System.Diagnostics;

namespace Baton.Benchmarks.Peers;

/// <summary>Something that runs a command while it holds a lock.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Wrap">From a lock's name and a command to the words to start; none where it isn't there.</param>
internal sealed record Peer(string Name, Func<string, IReadOnlyList<string>, IReadOnlyList<string>>? Wrap)
{
    /// <summary>Why it isn't there.</summary>
    public string Absent { get; init; } = "not installed";

    // Takes the folder that it can make, looks every 100 ms, and calls one stale that is ten seconds old, as npm's
    // proper-lockfile does: https://github.com/moxystudio/node-proper-lockfile#lockfile-options
    private const string Polling = """
        lock=$1; shift
        until mkdir "$lock" 2>/dev/null; do
          if [ -n "$(find "$lock" -prune -mmin +0.166 2>/dev/null)" ]; then rmdir "$lock" 2>/dev/null; continue; fi
          sleep 0.1
        done
        "$@"; code=$?; rmdir "$lock"; exit $code
        """;

    /// <summary>Whether it can be measured here.</summary>
    public bool IsHere => Wrap is not null;

    /// <summary>The words that run a command while a lock is held.</summary>
    public IReadOnlyList<string> Holding(string name, params IReadOnlyList<string> command) =>
        (Wrap ?? throw new UnreachableException($"{Name}: {Absent}"))(name, command);

    /// <summary>The published program with a group: durable, two commits a run.</summary>
    public static Peer Baton(string program) =>
        new("baton", (name, command) => [program, "run", "--group", name, "--", .. command]);

    public static Peer Flock(string folder) =>
        new(
            "flock",
            Bench.Find("flock") is { } flock
                ? (name, command) => [flock, Path.Combine(folder, $"{name}.flock"), .. command]
                : null
        );

    public static Peer EtcdLock(EtcdServer? server) =>
        new(
            "etcdctl lock",
            server is null
                ? null
                : (name, command) => [server.Client, $"--endpoints={server.Address}", "lock", "--", name, .. command]
        );

    public static Peer LockFile(string folder) =>
        new(
            "lock file",
            (name, command) => ["/bin/sh", "-c", Polling, "sh", Path.Combine(folder, $"{name}.lock"), .. command]
        );
}
