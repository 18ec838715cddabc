namespace Baton.Runtime.Asking;

/// <summary>
/// A git repository as far as it tells which one it is: its root, and the URL of its remote. Read from its files: to
/// start git for it would cost more than the whole run of a short command.
/// </summary>
/// <param name="Root">The root of the work tree; of a bare repository its own folder.</param>
/// <param name="Settings">The folder with its <c>config</c>; of a linked work tree, that of the main one.</param>
public sealed record GitFolder(string Root, string Settings)
{
    private const int LongestFile = 1024 * 1024;

    /// <summary>The repository that a folder is in, or nothing.</summary>
    public static GitFolder? Of(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            var git = Path.Combine(at, ".git");
            if (Directory.Exists(git))
                return new GitFolder(at, git);
            if (File.Exists(git))
                return new GitFolder(at, Linked(at, git));
            if (IsRepository(at))
                return new GitFolder(at, at);
        }

        return null;
    }

    /// <summary>Whether it has no work tree.</summary>
    public bool IsBare => Root == Settings;

    /// <summary>The URL of a remote, or nothing. Files that the settings include aren't read.</summary>
    public string? UrlOf(string remote) =>
        Read(Path.Combine(Settings, "config")) is { } text ? GitSettings.Find(text, "remote", remote, "url") : null;

    /// <summary>The first remote with a URL like this, or nothing.</summary>
    public string? RemoteWith(Func<string, bool> isUrl) =>
        Read(Path.Combine(Settings, "config")) is { } text
            ? GitSettings
                .Subsections(text, "remote")
                .FirstOrDefault(name => GitSettings.Find(text, "remote", name, "url") is { } url && isUrl(url))
            : null;

    // What git itself looks for: is_git_directory in its setup.c.
    private static bool IsRepository(string folder) =>
        File.Exists(Path.Combine(folder, "HEAD"))
        && Directory.Exists(Path.Combine(folder, "objects"))
        && Directory.Exists(Path.Combine(folder, "refs"));

    // A linked work tree: https://git-scm.com/docs/gitrepository-layout#Documentation/gitrepository-layout.txt-commondir
    private static string Linked(string root, string file)
    {
        const string Mark = "gitdir:";
        var text = Read(file)?.Trim();
        if (text?.StartsWith(Mark, StringComparison.Ordinal) != true)
            return file;
        var own = Path.GetFullPath(Path.Combine(root, text[Mark.Length..].Trim()));
        var common = Read(Path.Combine(own, "commondir"))?.Trim();
        return common is null ? own : Path.GetFullPath(Path.Combine(own, common));
    }

    private static string? Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LongestFile } ? File.ReadAllText(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
