using System.Net;
using Baton.Runtime.Git;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// How often a remote is looked at. A hosted service asks for at most 6 pushes a minute and 15 reads a second of one
/// repository (https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits): a lease of
/// ten minutes, renewed after a third of it, costs 0.3 pushes a minute. A machine of one's own counts nobody.
/// </summary>
public static class GitPace
{
    /// <summary>A folder, or a server on this machine.</summary>
    public static readonly Pace Near = new()
    {
        Look = TimeSpan.FromMilliseconds(100),
        LongestLook = TimeSpan.FromSeconds(1),
        HolderLook = TimeSpan.FromSeconds(1),
        Patience = TimeSpan.FromSeconds(20),
        Waiting = Heartbeats.Spared,
        TakeUp = TimeSpan.FromSeconds(60),
    };

    /// <summary>A service for everybody.</summary>
    public static readonly Pace Hosted = new()
    {
        Look = TimeSpan.FromSeconds(5),
        LongestLook = TimeSpan.FromSeconds(30),
        HolderLook = TimeSpan.FromSeconds(30),
        Patience = TimeSpan.FromSeconds(60),
        Waiting = Heartbeats.Spared,
        TakeUp = TimeSpan.FromSeconds(60),
        Lease = TimeSpan.FromMinutes(10),
    };

    /// <summary>The most pushes a minute that a hosted service asks for.</summary>
    public const int PushesPerMinute = 6;

    /// <summary>That of a remote, by where it is.</summary>
    public static Pace Of(GitRemote remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        return IsNear(remote) ? Near : Hosted;
    }

    /// <summary>The most pushes a minute that those who keep a remote ask for; none where nobody counts.</summary>
    public static int? BudgetOf(GitRemote remote) => IsNear(remote) ? null : PushesPerMinute;

    private static bool IsNear(GitRemote remote) =>
        remote.IsLocal
        || remote.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(remote.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
