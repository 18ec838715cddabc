using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Peers;

/// <summary>An etcd of one member for one run of the benchmarks, on the loopback address and in the run's folder.</summary>
internal sealed class EtcdServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly int _pid;

    private EtcdServer(int pid, string client, string address) => (_pid, Client, Address) = (pid, client, address);

    /// <summary>The client program.</summary>
    public string Client { get; }

    /// <summary>Where the server listens.</summary>
    public string Address { get; }

    /// <summary>Starts one; none where it isn't installed or doesn't answer.</summary>
    public static EtcdServer? Start(Bench bench)
    {
        if (Bench.Find("etcd") is not { } server || Bench.Find("etcdctl") is not { } client)
            return null;
        var (own, peers) = (FreeAddress(), FreeAddress());
        var pid = Launch.Start(
            [
                server,
                $"--data-dir={Path.Combine(bench.Folder, "etcd")}",
                $"--listen-client-urls={own}",
                $"--advertise-client-urls={own}",
                $"--listen-peer-urls={peers}",
                $"--initial-advertise-peer-urls={peers}",
                $"--initial-cluster=default={peers}",
            ],
            bench.Environment
        );
        var started = new EtcdServer(pid, client, own);
        if (started.Answers(bench))
            return started;
        started.Dispose();
        return null;
    }

    public void Dispose()
    {
        Launch.End(_pid, Whom.Group);
        _ = Launch.Wait(_pid);
    }

    private bool Answers(Bench bench)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            var asked = Launch.Time([Client, $"--endpoints={Address}", "endpoint", "health"], bench.Environment);
            if (asked.Cost.Status == 0)
                return true;
            Thread.Sleep(100);
        }
        return false;
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
