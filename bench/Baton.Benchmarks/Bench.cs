using System.Runtime.InteropServices;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks;

/// <summary>What a measurement works with: a folder of its own, the programs, and how long it may take.</summary>
internal sealed class Bench : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;

    public Bench(string baton, Size size)
    {
        Size = size;
        Folder = Directory.CreateTempSubdirectory("baton-bench-").FullName;
        Environment =
        [
            $"PATH={System.Environment.GetEnvironmentVariable("PATH")}",
            $"HOME={Folder}",
            $"TMPDIR={Folder}",
            $"BATON_STORE=sqlite:{Path.Combine(Folder, "bench.db")}",
            "BATON_SCOPE=bench",
            "ETCDCTL_API=3",
            .. Kept("DOTNET_ROOT"),
        ];
        System.Environment.CurrentDirectory = Folder;
        _signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(signal, _ => Dispose()) // and then it ends as ever
            ),
        ];
        Program = Path.GetFullPath(baton);
        Baton = Peer.Baton(Program);
        Etcd = size == Size.Quick ? null : EtcdServer.Start(this);
        var absent = size == Size.Quick ? "not tried" : "not installed";
        Peers = [Baton, Peer.Flock(Folder), Peer.EtcdLock(Etcd) with { Absent = absent }, Peer.LockFile(Folder)];
    }

    /// <summary>Everything of this run is in here, on the disk that is measured.</summary>
    public string Folder { get; }

    /// <summary>The environment of what is started.</summary>
    public IReadOnlyList<string> Environment { get; }

    public Size Size { get; }

    /// <summary>The path of the published program.</summary>
    public string Program { get; }

    /// <summary>The published program, as a peer.</summary>
    public Peer Baton { get; }

    /// <summary>A server for this run alone; none where etcd isn't installed.</summary>
    public EtcdServer? Etcd { get; }

    /// <summary>Baton and what somebody would take instead, in the order of the table.</summary>
    public IReadOnlyList<Peer> Peers { get; }

    /// <summary>A program on the PATH, or nothing.</summary>
    public static string? Find(string program) =>
        (System.Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>One of two, as the size of the run is.</summary>
    public T Pick<T>(T quick, T full) => Size == Size.Quick ? quick : full;

    public void Dispose()
    {
        Etcd?.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // Somebody who was killed a moment ago still writes there; it is a temporary folder.
        }
    }

    private static IEnumerable<string> Kept(string name) =>
        System.Environment.GetEnvironmentVariable(name) is { } value ? [$"{name}={value}"] : [];
}

/// <summary>How long a run may take.</summary>
internal enum Size
{
    /// <summary>Minutes; figures count.</summary>
    Full,

    /// <summary>Seconds; shows that every row works.</summary>
    Quick,
}
