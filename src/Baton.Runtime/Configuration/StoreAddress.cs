namespace Baton.Runtime.Configuration;

/// <summary>Where a scope's state is kept, as <c>--store</c>, <c>BATON_STORE</c> and <c>store:</c> say it.</summary>
public abstract record StoreAddress
{
    /// <summary>How an address is written, for messages.</summary>
    public const string Expected = "sqlite:PATH, git:REMOTE, postgres://HOST/DATABASE or https://HOST";

    private StoreAddress() { } // closed: every case is here

    /// <summary>A file on this machine.</summary>
    public sealed record Sqlite(string Path) : StoreAddress;

    /// <summary>Refs of a git remote, by the remote's name or URL.</summary>
    public sealed record Git(string Remote) : StoreAddress;

    /// <summary>A PostgreSQL database; the URL has no password.</summary>
    public sealed record Postgres(string Url) : StoreAddress;

    /// <summary>A Baton server.</summary>
    public sealed record Server(string Url) : StoreAddress;

    /// <summary>
    /// Reads an address. One with a password in it is refused: it would stand in process lists, logs and files.
    /// </summary>
    public static StoreReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Any(char.IsControl) || text.Trim() != text)
            return new StoreReading.Malformed("a store's address has no spaces around it and no control characters");
        if (HasPassword(text))
            return new StoreReading.Malformed(
                "a store's address must not have a password in it; the environment or a file gives it"
            );
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var target = text[(colon + 1)..];
        StoreAddress? address = text[..Math.Max(0, colon)] switch
        {
            _ when target.Length == 0 => null,
            "sqlite" => new Sqlite(target),
            "git" => new Git(target),
            "postgres" or "postgresql" when HasHost(target) || NamesHost(target) => new Postgres(text),
            "https" when HasHost(target) => new Server(text),
            _ => null,
        };
        return address is null
            ? new StoreReading.Malformed($"{Expected} was expected")
            : new StoreReading.Read(address);
    }

    /// <summary>The password in the address of a database server, or nothing.</summary>
    public static string? PasswordIn(string text) =>
        Credentials(text) is { Length: > 0 } part ? Uri.UnescapeDataString(part[1..^1]) : null;

    /// <summary>The address without it.</summary>
    public static string WithoutPassword(string text) =>
        Credentials(text) is { Length: > 0 } part ? text.Replace(part, "@", StringComparison.Ordinal) : text;

    /// <summary>The password with the colon before it and the at behind it: `:secret@`.</summary>
    private static string? Credentials(string text)
    {
        if (!text.StartsWith("postgres", StringComparison.Ordinal))
            return null;
        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = start < 3 ? -1 : text.IndexOf('/', start);
        var at = start < 3 ? -1 : text.LastIndexOf('@', (end < 0 ? text.Length : end) - 1);
        var colon = at < start ? -1 : text.IndexOf(':', start, at - start);
        return colon < 0 ? null : text[colon..(at + 1)];
    }

    private static bool HasHost(string target) =>
        target.StartsWith("//", StringComparison.Ordinal) && target.Length > 2 && target[2] != '/';

    // A socket's folder has slashes of its own, so it stands in the query: postgres:///shop?host=/run/postgresql
    private static bool NamesHost(string target) =>
        target.StartsWith("///", StringComparison.Ordinal) && target.Contains("host=", StringComparison.Ordinal);

    private static bool HasPassword(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
            return false;
        var rest = text[(start + 3)..];
        var authority = rest[
            ..(rest.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? slash : rest.Length)
        ];
        var at = authority.LastIndexOf('@');
        return (at > 0 && authority[..at].Contains(':', StringComparison.Ordinal))
            || text.Contains("password=", StringComparison.OrdinalIgnoreCase);
    }
}
