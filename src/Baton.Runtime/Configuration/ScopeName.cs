using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Configuration;

/// <summary>
/// The name of a scope: <c>owner/name</c> for a repository on github.com, <c>host/owner/name</c> for one elsewhere, a
/// folder's name for one without a remote. Case folded, since hosts tell names apart without case, and two spellings
/// must not be two scopes.
/// </summary>
public static class ScopeName
{
    // What a URL may leave out. github.com answers ssh on port 443 under a name of its own:
    // https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
    private static readonly string[] GitHubHosts = ["github.com", "www.github.com", "ssh.github.com"];
    private static readonly string[] UsualPorts = ["", "22", "80", "443"];

    /// <summary>The name without case.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToLowerInvariant();
    }

    /// <summary>Why a text can't name a scope, or null where it can.</summary>
    public static string? Problem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.Trim() != name)
            return "a scope's name is not empty and has no spaces around it";
        if (name.Length > ConfigurationLimits.LongestName)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"a scope's name has at most {ConfigurationLimits.LongestName} characters"
            );
        return OneLine.FirstUnsafe(name) >= 0 ? "a scope's name has no control characters" : null;
    }

    /// <summary>The name for a repository on a server.</summary>
    /// <param name="server">The server's URL or its host, or null for github.com.</param>
    /// <param name="repository">The path there, as in <c>owner/name</c>.</param>
    public static string? FromRepository(string? server, string repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var host = server is null
            ? "github.com"
            : Host(
                server[(server.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('/')
            );
        return Checked(Join(host, repository));
    }

    /// <summary>
    /// The name for a git remote: https, ssh and git URLs, <c>user@host:owner/name</c>, and paths, which give their
    /// folder's name. Users, passwords and usual ports are dropped, and so is <c>.git</c>. Null where there is no name
    /// in it.
    /// </summary>
    public static string? FromRemote(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (url.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
            return FromFolder(url[(scheme + 3)..]);
        if (scheme > 0)
        {
            var rest = url[(scheme + 3)..].Split('?', '#')[0];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 ? null : Checked(Join(Host(rest[..slash]), rest[slash..]));
        }

        // As git tells it: a colon before the first slash is a host's. https://git-scm.com/docs/git-clone#_git_urls
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var isHost = colon > 0 && !url[..colon].Contains('/', StringComparison.Ordinal);
        return isHost ? Checked(Join(Host(url[..colon]), url[(colon + 1)..])) : FromFolder(url);
    }

    /// <summary>
    /// The name for a folder without a remote: its last part. Null where there is none, as for the root.
    /// </summary>
    public static string? FromFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/', '\\').Where(part => part is not ("" or "." or ".." or ".git" or "~")).ToList();
        return parts.Count == 0 ? null : Checked(WithoutGit(parts[^1]));
    }

    private static string? Join(string host, string path)
    {
        var parts = path.Split('/').Where(part => part is not ("" or "." or ".." or "~")).ToList();
        if (host.Length == 0 || parts.Count == 0)
            return null;
        var name = WithoutGit(string.Join('/', parts));
        return GitHubHosts.Contains(host) ? name : $"{host}/{name}";
    }

    private static string Host(string authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..].ToLowerInvariant();
        var colon = host.LastIndexOf(':');
        var isPort = colon >= 0 && host[(colon + 1)..].All(char.IsAsciiDigit);
        return isPort && UsualPorts.Contains(host[(colon + 1)..]) ? host[..colon] : host;
    }

    private static string WithoutGit(string name) =>
        name.Length > 4 && name.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;

    private static string? Checked(string? name) => name is null || Problem(name) is not null ? null : Fold(name);
}
