namespace Baton.Runtime.Asking;

/// <summary>What git takes for a repository's address: https://git-scm.com/docs/git-clone#_git_urls</summary>
public static class GitAddress
{
    /// <summary>Whether it is a path on this machine: neither a URL nor <c>host:path</c>.</summary>
    public static bool IsPath(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Contains("://", StringComparison.Ordinal))
            return false;
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return colon < 0 || (slash >= 0 && slash < colon);
    }

    /// <summary>The address without what stands before the host of a URL, if a password is there.</summary>
    public static string WithoutPassword(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var start = address.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
            return address;
        start += 3;
        var end = address.IndexOf('/', start) is var slash and >= 0 ? slash : address.Length;
        var at = address.LastIndexOf('@', end - 1, end - start);
        return at > start && address.AsSpan(start, at - start).Contains(':')
            ? string.Concat(address.AsSpan(0, start), address.AsSpan(at + 1))
            : address;
    }
}
