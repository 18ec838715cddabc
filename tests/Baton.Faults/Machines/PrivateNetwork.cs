namespace Baton.Faults.Machines;

/// <summary>
/// Two network namespaces with a cable between them: a server's and a client's. Routes can be cut there, one way or both,
/// and nothing else on the machine notices.
/// </summary>
public sealed class PrivateNetwork : IDisposable
{
    /// <summary>Where the server is.</summary>
    public const string Server = "10.213.7.1";

    private const string Client = "10.213.7.2";

    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

    public PrivateNetwork()
    {
        Ip("netns", "add", ServerSpace);
        Ip("netns", "add", ClientSpace);
        Ip("-n", ServerSpace, "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", ClientSpace);
        foreach (var (space, address) in (ReadOnlySpan<(string, string)>)[(ServerSpace, Server), (ClientSpace, Client)])
        {
            Ip("-n", space, "address", "add", $"{address}/24", "dev", "cable");
            Ip("-n", space, "link", "set", "cable", "up");
        }
    }

    /// <summary>Why none can be made here; nothing where one can.</summary>
    public static string? Missing
    {
        get
        {
            if (!Environment.IsPrivilegedProcess)
                return "only root makes network namespaces";
            try
            {
                using var network = new PrivateNetwork();
                return Tool.Works("ip", "netns", "exec", network.ClientSpace, "true")
                    ? null
                    : "no program can be started in a network namespace here";
            }
            catch (InvalidOperationException)
            {
                return "no network namespaces can be made here";
            }
        }
    }

    /// <summary>The words before a command that is to run at the server's end.</summary>
    public string[] AtServer => ["ip", "netns", "exec", ServerSpace];

    /// <summary>The words before a command that is to run at the client's end.</summary>
    public string[] AtClient => ["ip", "netns", "exec", ClientSpace];

    private string ServerSpace => $"baton-s-{_mark}";

    private string ClientSpace => $"baton-c-{_mark}";

    /// <summary>Nothing the client sends arrives any more.</summary>
    public void CutRequests() => Ip("-n", ClientSpace, "route", "add", "blackhole", $"{Server}/32");

    /// <summary>Nothing the server sends arrives any more.</summary>
    public void CutAnswers() => Ip("-n", ServerSpace, "route", "add", "blackhole", $"{Client}/32");

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = Tool.Works("ip", "netns", "delete", ServerSpace);
        _ = Tool.Works("ip", "netns", "delete", ClientSpace);
    }

    private static void Ip(params string[] words) => Tool.Run("ip", words);
}
