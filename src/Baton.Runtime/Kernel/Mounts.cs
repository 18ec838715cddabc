using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Runtime.Kernel;

/// <summary>Tells on which kind of file system a path lies.</summary>
public static class Mounts
{
    // linux/magic.h and the file systems' own sources; the low 32 bits of f_type.
    private static readonly Dictionary<uint, string> s_shared = new()
    {
        [0x6969] = "nfs",
        [0x517B] = "smb",
        [0xFF534D42] = "cifs",
        [0xFE534D42] = "smb",
        [0x00C36400] = "ceph",
        [0x01021997] = "9p",
        [0x5346414F] = "afs",
        [0x6B414653] = "afs",
        [0x0BD00BD0] = "lustre",
        [0x47504653] = "gpfs",
        [0x786F4256] = "vboxsf",
        [0x01161970] = "gfs2",
        [0x7461636F] = "ocfs2",
    };

    private static readonly string[] s_sharedInUserSpace =
    [
        "sshfs",
        "glusterfs",
        "s3fs",
        "rclone",
        "gcsfuse",
        "ceph",
        "ceph-fuse",
        "juicefs",
        "cifs",
        "nfs",
        "vmhgfs-fuse",
        "davfs",
        "lustre",
    ];

    private const uint UserSpace = 0x65735546;

    /// <summary>Looks at a path, which need not exist yet: then the nearest folder above it counts.</summary>
    public static Mount Under(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Mount.NotKnown();
        }

        var existing = Path.GetFullPath(path);
        uint? type;
        while ((type = TypeOf(existing)) is null && Path.GetDirectoryName(existing) is { } above)
        {
            existing = above;
        }

        return type switch
        {
            null => new Mount.NotKnown(),
            UserSpace => InUserSpace(Kind(ProcFile.Read("/proc/self/mountinfo").Text ?? "", RealPath(existing))),
            { } known when s_shared.TryGetValue(known, out var kind) => new Mount.Shared(kind),
            _ => new Mount.Local(),
        };
    }

    /// <summary>The type of the file system under a path by <c>/proc/self/mountinfo</c>; null when none is named.</summary>
    /// <param name="mountinfo">The file's text (proc_pid_mountinfo(5)).</param>
    /// <param name="path">An absolute path without links.</param>
    public static string? Kind(string mountinfo, string path)
    {
        string? kind = null;
        var longest = -1;
        foreach (var line in mountinfo.Split('\n'))
        {
            var fields = line.Split(' ');
            var separator = Array.IndexOf(fields, "-");
            if (separator < 6 || fields.Length < separator + 2)
            {
                continue;
            }

            // Of several mounts on one point the last covers the others.
            var point = Unescape(fields[4]);
            if (
                point.Length >= longest
                && (path == point || point == "/" || path.StartsWith(point + "/", StringComparison.Ordinal))
            )
            {
                (kind, longest) = (fields[separator + 1], point.Length);
            }
        }

        return kind;
    }

    /// <summary>Judges the type of a file system that runs in user space, as <c>fuse.sshfs</c>.</summary>
    public static Mount InUserSpace(string? kind)
    {
        var name =
            kind is not null && kind.StartsWith("fuse.", StringComparison.Ordinal) ? kind["fuse.".Length..] : kind;
        return name is null ? new Mount.NotKnown()
            : s_sharedInUserSpace.Contains(name) ? new Mount.Shared(kind!)
            : new Mount.Local();
    }

    private static unsafe uint? TypeOf(string path)
    {
        // struct statfs begins with f_type, a machine word; of which the low 32 bits carry the number.
        const int size = 512;
        var buffer = stackalloc byte[size];
        return Libc.StatFileSystem(path, buffer) == 0
            ? BinaryPrimitives.ReadUInt32LittleEndian(new ReadOnlySpan<byte>(buffer, sizeof(uint)))
            : null;
    }

    private static unsafe string RealPath(string path)
    {
        const int longest = 4096;
        var buffer = (byte*)NativeMemory.AllocZeroed(longest + 1);
        try
        {
            return Libc.RealPath(path, buffer) != null ? Marshal.PtrToStringUTF8((nint)buffer) ?? path : path;
        }
        finally
        {
            NativeMemory.Free(buffer);
        }
    }

    private static string Unescape(string field)
    {
        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            var isEscape =
                field[i] == '\\'
                && i + 3 < field.Length
                && field.AsSpan(i + 1, 3).IndexOfAnyExceptInRange('0', '7') < 0;
            _ = text.Append(isEscape ? (char)Convert.ToInt32(field.Substring(i + 1, 3), 8) : field[i]);
            i += isEscape ? 3 : 0;
        }

        return text.ToString();
    }
}
