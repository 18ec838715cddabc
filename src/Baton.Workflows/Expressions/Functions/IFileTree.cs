namespace Baton.Workflows.Expressions.Functions;

/// <summary>The files below a folder, for <c>hashFiles</c>.</summary>
public interface IFileTree
{
    /// <summary>The files' paths from the folder, with <c>/</c> between names, in any order.</summary>
    /// <param name="links">What becomes of symbolic links to folders.</param>
    IEnumerable<string> Paths(FolderLinks links);

    /// <summary>The SHA-256 of a file's content, 32 bytes; null where it can't be read.</summary>
    byte[]? Hash(string path);
}
