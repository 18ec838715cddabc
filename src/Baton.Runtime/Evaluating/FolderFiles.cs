using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Evaluating;

/// <summary>The files below a folder of this machine.</summary>
/// <param name="folder">The folder.</param>
public sealed class FolderFiles(string folder) : IFileTree
{
    private const int Piece = 1 << 16;
    private readonly string root = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public IEnumerable<string> Paths(FolderLinks links)
    {
        var behind = new HashSet<string>(StringComparer.Ordinal);
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var next))
        {
            foreach (var entry in Entries(next))
            {
                var isLink = entry.LinkTarget is not null;
                if (!Directory.Exists(entry.FullName))
                    yield return Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
                else if (!isLink || (links == FolderLinks.Followed && IsNew(entry, behind)))
                    folders.Push(entry.FullName);
            }
        }
    }

    /// <inheritdoc/>
    public byte[]? Hash(string path)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(root, path));
            var sum = new Sha256();
            var piece = new byte[Piece];
            for (var length = stream.Read(piece); length > 0; length = stream.Read(piece))
                sum.Append(piece.AsSpan(0, length));
            return sum.Finish();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A folder is walked over once behind links, so that links in a circle come to an end.
    private static bool IsNew(FileSystemInfo link, HashSet<string> behind) =>
        link.ResolveLinkTarget(returnFinalTarget: true) is { } target && behind.Add(target.FullName);

    private static FileSystemInfo[] Entries(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
