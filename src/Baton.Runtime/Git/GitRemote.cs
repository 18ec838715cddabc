using System.Text;

namespace Baton.Runtime.Git;

/// <summary>
/// A remote as git would reach it from the user's clone, so that it can be reached from anywhere else: its URL, and the
/// settings about credentials, proxies and ssh. A CI service puts the job's token into the clone's own settings
/// (`http.https://github.com/.extraheader`), where no other repository would find it.
/// </summary>
/// <param name="Url">Its URL or path. It may have a user in it, and somebody's password: never shown as it is.</param>
public sealed record GitRemote(string Url)
{
    private static readonly string[] Sections = ["http.", "https.", "credential.", "ssh.", "protocol."];

    private static readonly string[] Keys = ["core.sshcommand", "core.askpass", "core.gitproxy"];

    /// <summary>The settings that reaching it needs.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>Whether <see cref="Settings"/> are all that counts; else the user's and the machine's files count.</summary>
    public bool HasSettings { get; init; }

    /// <summary>The URL for people: without user and password.</summary>
    public string Shown => Secrets.Mask(Url);

    /// <summary>Whether it is a folder of this machine.</summary>
    public bool IsLocal =>
        Url.StartsWith('/') || Url.StartsWith('.') || Url.StartsWith("file://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it speaks http.</summary>
    public bool IsHttp =>
        Url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host; empty for a folder.</summary>
    public string Host
    {
        get
        {
            if (IsLocal)
                return "";
            if (Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
                return uri.Host;
            var behind = Url[(Url.IndexOf('@', StringComparison.Ordinal) + 1)..]; // USER@HOST:PATH
            var colon = behind.IndexOf(':', StringComparison.Ordinal);
            return colon > 0 ? behind[..colon] : "";
        }
    }

    /// <summary>Finds what a name, URL or path means in a folder.</summary>
    /// <param name="git">Calls git.</param>
    /// <param name="folder">The folder in which it is said.</param>
    /// <param name="said">A remote's name, a URL, or a path.</param>
    /// <param name="cancellation">Calls it off.</param>
    /// <exception cref="GitException">It is none, or there is no git.</exception>
    public static GitRemote Find(GitProgram git, string folder, string said, CancellationToken cancellation)
    {
        if (said.Length == 0 || said.StartsWith('-') || said.Any(char.IsControl))
            throw Unknown($"'{Secrets.Mask(said)}' is no remote: a name, a URL or a path was expected");
        var place = GitPlace.In(folder);
        var listed = git.Run(new GitCall(place, "config", "--list", "-z"), cancellation);
        if (listed is GitEnd.Other { Code: 127 })
            throw new GitException(listed);
        var settings = listed is GitEnd.Done done ? Read(done.Output) : [];
        if (!IsName(said, settings))
            return Reaching(Resolve(said, folder), settings, IsForUrl);
        // Where the state is written it is read: another URL for fetching would be a copy that is late.
        return git.Run(new GitCall(place, "remote", "get-url", "--push", "--", said), cancellation) switch
        {
            GitEnd.Done url => Reaching(
                Resolve(Encoding.UTF8.GetString(url.Output.Span).Trim(), folder),
                settings,
                IsForRemote
            ),
            GitEnd.Other { Code: 2 or 128 } => throw Unknown($"there is no remote '{said}' in {folder}"),
            var failed => throw new GitException(failed),
        };
    }

    /// <summary>A repository of our own, as a place from which this remote can be reached.</summary>
    public GitPlace From(ScratchRepository scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        return GitPlace.At(scratch.Path) with { Settings = Settings, IgnoresFiles = HasSettings };
    }

    private static GitRemote Reaching(
        string url,
        IReadOnlyList<KeyValuePair<string, string>> settings,
        Func<string, bool> counts
    ) => new(url) { Settings = [.. settings.Where(one => counts(one.Key))], HasSettings = settings.Count > 0 };

    // The URL of a remote comes from git with its `url.….insteadOf` done; they must not be done twice.
    private static bool IsForUrl(string key) =>
        IsForRemote(key) || key.StartsWith("url.", StringComparison.OrdinalIgnoreCase);

    private static bool IsForRemote(string key) =>
        Sections.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase))
        || Keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    // `git config --list -z`: KEY, a line feed, VALUE, a zero; a key that stands alone means true.
    private static IReadOnlyList<KeyValuePair<string, string>> Read(ReadOnlyMemory<byte> list) =>
        [
            .. Encoding
                .UTF8.GetString(list.Span)
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .SkipLast(GitProgram.OwnSettings)
                .Select(entry => entry.Split('\n', 2))
                .Select(parts => new KeyValuePair<string, string>(parts[0], parts.Length > 1 ? parts[1] : "true")),
        ];

    // As git sees it: what has neither a slash nor a colon is a remote's name, unless it is `.` or `..`.
    private static bool IsName(string said, IReadOnlyList<KeyValuePair<string, string>> settings) =>
        (said is not ("." or "..") && said.AsSpan().IndexOfAny('/', ':') < 0)
        || settings.Any(one => one.Key.StartsWith($"remote.{said}.", StringComparison.Ordinal));

    private static string Resolve(string said, string folder)
    {
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        var slash = said.IndexOf('/', StringComparison.Ordinal);
        var isPath = colon < 0 || (slash >= 0 && slash < colon);
        return isPath ? Path.GetFullPath(said, Path.GetFullPath(folder)) : said;
    }

    private static GitException Unknown(string why) => new(new GitEnd.Other(2, why));
}
