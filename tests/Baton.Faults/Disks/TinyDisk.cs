using Baton.Faults.Machines;

namespace Baton.Faults.Disks;

/// <summary>A disk of a few hundred kilobytes for a store, which can be filled and made read-only. It goes with its stage.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly string _path;

    /// <summary>Mounts one in a stage, and names the store that is on it.</summary>
    public TinyDisk(Stage stage)
    {
        _path = stage.Machine.At("disk");
        Directory.CreateDirectory(_path);
        Tool.Run("mount", "-t", "tmpfs", "-o", "size=400k", "baton-faults", _path);
        Database = Path.Combine(_path, "store", "baton.db");
        stage.Machine.Variables["BATON_STORE"] = "sqlite:" + Database;
    }

    /// <summary>Why none can be had; nothing if one can.</summary>
    public static string? Missing => s_missing.Value;

    private static readonly Lazy<string?> s_missing = new(() =>
    {
        var trial = Directory.CreateTempSubdirectory("baton-faults-").FullName;
        var mounts = Tool.Works("mount", "-t", "tmpfs", "-o", "size=400k", "baton-faults", trial);
        if (mounts)
            Tool.Run("umount", trial);
        Directory.Delete(trial);
        return mounts ? null : "needs root: a file system is mounted";
    });

    /// <summary>The store.</summary>
    public string Database { get; }

    private string Ballast => Path.Combine(_path, "ballast");

    /// <summary>Takes all the room that there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full, which is what it is for.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Ballast);

    /// <summary>Nobody may write any more, or everybody again.</summary>
    public void Remount(string mode) => Tool.Run("mount", "-o", $"remount,{mode}", _path);

    public void Dispose() => Tool.Works("umount", "-l", _path);
}
