using System.Globalization;

namespace Baton.Faults.Killing;

/// <summary>What <c>strace</c> does to a process at its n-th call of some name (https://man7.org/linux/man-pages/man1/strace.1.html).</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Calls">The system calls that are counted, each thread for itself.</param>
/// <param name="What">What happens at it, as strace's option has it.</param>
/// <param name="Lasts">Whether it happens at every call from then on.</param>
internal sealed record Blow(string Name, string Calls, string What, Lasting Lasts)
{
    // A leading ? lets pass a name that this architecture doesn't have.
    private const string Content =
        "write,pwrite64,writev,pwritev,?pwritev2,sendto,sendmsg,sendfile,copy_file_range,ftruncate,truncate,fallocate";
    private const string Syncs = "fsync,fdatasync,?sync_file_range,msync";
    private const string Names =
        "?rename,renameat,renameat2,?unlink,unlinkat,?mkdir,mkdirat,?mknod,mknodat,?link,linkat,?symlink,symlinkat"
        + ",?chmod,fchmod,fchmodat,?rmdir";
    private const string Deeds = "clone,?clone3,?vfork,?fork,kill,tgkill,?pidfd_send_signal";

    /// <summary>Killed before the call is done. Killed after it is killed before the next.</summary>
    public static readonly Blow Kill = new(
        "kill -9 at each write",
        $"{Content},{Syncs},{Names},{Deeds}",
        "signal=KILL",
        Lasting.Once
    );

    /// <summary>The same, also where a file is opened, and may be made.</summary>
    public static readonly Blow KillAtOpening = Kill with { Calls = $"{Kill.Calls},openat,?open,flock" };

    /// <summary>The disk takes nothing more from the n-th write on.</summary>
    public static readonly Blow Full = new("disk full from each write on", Content, "error=ENOSPC", Lasting.FromThenOn)
    {
        StoreOnly = true,
    };

    /// <summary>The disk says that it couldn't keep what was written.</summary>
    public static readonly Blow Unsynced = new("I/O error at each sync", Syncs, "error=EIO", Lasting.Once)
    {
        StoreOnly = true,
    };

    /// <summary>Whether only calls on the store's own files are counted: a full disk takes no message from standard error.</summary>
    public bool StoreOnly { get; private init; }

    /// <summary>Why strace can't be used here; nothing if it can.</summary>
    public static string? Missing => s_missing.Value;

    private static readonly Lazy<string?> s_missing = new(() =>
        !Tool.Works("strace", "-V") ? "strace is not installed"
        : Tool.Works("strace", ["-f", "-b", "execve", .. Kill.Striking(new("write", 60000)), "true"]) ? null
        : "strace may not trace here, or is older than 5.15"
    );

    /// <summary>The options for strace to write down all calls that are counted, and to strike at none.</summary>
    /// <param name="trace">The file that the calls are written to.</param>
    /// <param name="database">The store's file.</param>
    public string[] Looking(string trace, string database)
    {
        string[] suffixes = StoreOnly
            ? ["", "-wal", "-shm", "-line", "-new", "-new-journal", "-new-wal", "-new-shm"]
            : [];
        return
        [
            "-f",
            "-q",
            "-o",
            trace,
            "-e",
            $"trace={Calls}",
            .. suffixes.SelectMany(suffix => (string[])["-P", database + suffix]),
        ];
    }

    /// <summary>The further options for strace to strike.</summary>
    public string[] Striking(Blown at)
    {
        var when = at.Number.ToString(CultureInfo.InvariantCulture) + (Lasts == Lasting.FromThenOn ? "+" : "");
        return ["-e", $"inject={at.Call}:{What}:when={when}"];
    }
}

/// <summary>Where a blow falls: strace counts the calls of each name, in each thread, for themselves.</summary>
/// <param name="Call">The call's name.</param>
/// <param name="Number">The first is 1.</param>
internal sealed record Blown(string Call, int Number);

/// <summary>How long a blow lasts.</summary>
internal enum Lasting
{
    /// <summary>It happens at one call.</summary>
    Once,

    /// <summary>It happens at that call and all after it.</summary>
    FromThenOn,
}
