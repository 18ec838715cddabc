using System.Buffers.Binary;

namespace Baton.Runtime.Kernel;

/// <summary>What the system says of a file or folder, links not followed.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="Owner">The user that it belongs to; null where that can't be told.</param>
/// <param name="IsFolder">Whether it is a folder and no link to one.</param>
/// <param name="Bytes">Its size.</param>
public sealed record PathFacts(string Path, UnixFileMode Mode, uint? Owner, bool IsFolder, long Bytes)
{
    private const int WriteAccess = 2,
        SearchAccess = 1,
        CurrentFolder = -100,
        NoFollow = 0x100;

    private const uint Everything = 0x7ff;

    /// <summary>Whether this process may write to it.</summary>
    public bool IsWritable { get; init; } = true;

    /// <summary>The user that this process acts as.</summary>
    public static uint User => OperatingSystem.IsWindows() ? 0 : Libc.EffectiveUser();

    /// <summary>The permissions as chmod takes them: three octal digits.</summary>
    public string Octal => Convert.ToString((int)Mode & 0x1ff, 8).PadLeft(3, '0');

    /// <summary>Whether others than its owner may write to it.</summary>
    public bool IsOpenToOthers => (Mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0;

    /// <summary>Looks at a path; null where there is nothing, or nothing that this process may see.</summary>
    public static PathFacts? Of(string path)
    {
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (!entry.Exists && entry.LinkTarget is null)
            return null;
        var isFolder = entry is DirectoryInfo && entry.LinkTarget is null;
        var bytes = entry is FileInfo { Exists: true } file ? file.Length : 0;
        return new PathFacts(path, ModeOf(entry), OwnerOf(path), isFolder, bytes) { IsWritable = MayWrite(path) };
    }

    /// <summary>The nearest folder at or above a path that is there.</summary>
    public static string NearestFolder(string path)
    {
        var at = System.IO.Path.GetFullPath(path);
        while (!Directory.Exists(at) && System.IO.Path.GetDirectoryName(at) is { } above)
            at = above;
        return at;
    }

    /// <summary>Whether this process may look for files in a folder that is there.</summary>
    public static bool MaySearch(string folder) =>
        OperatingSystem.IsWindows() || Libc.Access(folder, SearchAccess) == 0;

    private static bool MayWrite(string path) => OperatingSystem.IsWindows() || Libc.Access(path, WriteAccess) == 0;

    private static UnixFileMode ModeOf(FileSystemInfo entry) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : entry.UnixFileMode;

    // struct statx has the same layout on every architecture (statx(2)): the owner is its sixth word.
    private static unsafe uint? OwnerOf(string path)
    {
        const int size = 256,
            owner = 20;
        if (!OperatingSystem.IsLinux())
            return null;
        var buffer = stackalloc byte[size];
        try
        {
            return Libc.StatFile(CurrentFolder, path, NoFollow, Everything, buffer) == 0
                ? BinaryPrimitives.ReadUInt32LittleEndian(new ReadOnlySpan<byte>(buffer + owner, sizeof(uint)))
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }
}
