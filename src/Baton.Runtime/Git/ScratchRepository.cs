using Baton.Runtime.Kernel;

namespace Baton.Runtime.Git;

/// <summary>
/// A bare repository of this process's own, for calls that are no business of the user's clone: nothing appears among its
/// objects, refs or branches, and no lock of it is ever in the way. It goes when it is disposed; those of processes that
/// were killed go when the next one is made.
/// </summary>
public sealed class ScratchRepository : IDisposable
{
    private const string Prefix = "scratch-",
        Owner = "owner";

    // Of a process of another machine or container nobody here can tell whether it lives.
    private static string Domain => ProcessDomain.Here().Text ?? "";

    private ScratchRepository(string path) => Path = path;

    /// <summary>Its folder, which is the repository.</summary>
    public string Path { get; }

    /// <summary>Makes one.</summary>
    /// <param name="folder">Inside which folder; it is made if it isn't there.</param>
    /// <param name="name">What tells it from others of this process: letters and digits.</param>
    /// <param name="format">What names its objects.</param>
    /// <exception cref="IOException">There is no room, or it can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static ScratchRepository Make(string folder, string name, ObjectFormat format)
    {
        MakeFolder(folder);
        Sweep(folder);
        var path = System.IO.Path.Combine(folder, $"{Prefix}{name}");
        MakeFolder(path);
        File.WriteAllText(System.IO.Path.Combine(path, Owner), $"{Domain}\n{ProcessIdentity.Self()}");
        MakeFolder(System.IO.Path.Combine(path, "objects"));
        MakeFolder(System.IO.Path.Combine(path, "refs"));
        File.WriteAllText(System.IO.Path.Combine(path, "HEAD"), "ref: refs/heads/none\n");
        // https://git-scm.com/docs/repository-version
        File.WriteAllText(
            System.IO.Path.Combine(path, "config"),
            format == ObjectFormat.Sha1
                ? "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
                : "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n"
        );
        return new(path);
    }

    /// <inheritdoc/>
    public void Dispose() => Remove(Path);

    private static void Sweep(string folder)
    {
        foreach (var left in Directory.GetDirectories(folder, Prefix + "*"))
            if (OwnerOf(left)?.Look() is Liveness.Dead)
                Remove(left);
    }

    private static ProcessIdentity? OwnerOf(string path)
    {
        try
        {
            return
                File.ReadAllText(System.IO.Path.Combine(path, Owner)).Split('\n') is [var domain, var process]
                && domain.Length > 0
                && domain == Domain
                ? ProcessIdentity.Parse(process)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null; // being made, or being removed
        }
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next one tries again.
        }
    }
}
