using System.Globalization;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// Where a PostgreSQL is, as a URL says it: `postgres://USER[:PASSWORD]@HOST[:PORT][,HOST…]/DATABASE[?KEY=VALUE&amp;…]`,
/// which is what libpq knows (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS).
/// </summary>
public sealed class PostgresAddress
{
    private static readonly (string Key, Action<NpgsqlConnectionStringBuilder, string> Set)[] Known =
    [
        ("application_name", (to, value) => to.ApplicationName = value),
        ("connect_timeout", (to, value) => to.Timeout = Number("connect_timeout", value)),
        ("dbname", (to, value) => to.Database = value),
        ("host", (to, value) => to.Host = value),
        ("passfile", (to, value) => to.Passfile = value),
        ("port", (to, value) => to.Port = Number("port", value)),
        ("sslcert", (to, value) => to.SslCertificate = value),
        ("sslkey", (to, value) => to.SslKey = value),
        ("sslmode", (to, value) => to.SslMode = Mode(value)),
        ("sslrootcert", (to, value) => to.RootCertificate = value),
        ("target_session_attrs", (to, value) => to.TargetSessionAttributes = value),
        ("user", (to, value) => to.Username = value),
    ];

    private readonly NpgsqlConnectionStringBuilder _parts = new();

    private PostgresAddress(string shown) => Shown = shown;

    /// <summary>The address without its password: what may be printed, logged and compared.</summary>
    public string Shown { get; }

    /// <summary>Whether it has a password in it; the environment may, an argument may not.</summary>
    public bool HasPassword => _parts.Password is { Length: > 0 };

    /// <summary>The database's name; where the address says none, it is the user's.</summary>
    public string Database => _parts.Database ?? _parts.Username ?? "";

    /// <summary>Whether a text is such an address.</summary>
    public static bool Is(string text) =>
        text.StartsWith("postgres://", StringComparison.Ordinal)
        || text.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong, and never has the password in it.</exception>
    public static PostgresAddress Parse(string text)
    {
        if (!Is(text))
            throw new FormatException("a PostgreSQL address begins with postgres://");
        var rest = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..];
        var (before, query) = Cut(rest, '?');
        var (authority, database) = Cut(before, '/');
        var at = authority.LastIndexOf('@');
        var (user, password) = at < 0 ? ("", "") : Cut(authority[..at], ':');
        var hosts = authority[(at + 1)..];
        var shown = $"postgres://{user}{(user.Length > 0 ? "@" : "")}{hosts}/{database}{Masked(query)}";
        var address = new PostgresAddress(shown);
        address.Set(hosts, database);
        if (user.Length > 0)
            address._parts.Username = Uri.UnescapeDataString(user);
        if (password.Length > 0)
            address._parts.Password = Uri.UnescapeDataString(password);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
            address.Set(pair);
        if (string.IsNullOrEmpty(address._parts.Host))
            throw new FormatException(
                $"{shown} names no host; a socket's folder goes into the query: postgres:///shop?host=/run/postgresql"
            );
        return address;
    }

    /// <inheritdoc/>
    public override string ToString() => Shown;

    /// <summary>What the driver is told.</summary>
    internal NpgsqlConnectionStringBuilder Settings() => new(_parts.ConnectionString);

    private void Set(string hosts, string database)
    {
        if (hosts.Contains(',', StringComparison.Ordinal))
        {
            _parts.Host = hosts;
            _parts.TargetSessionAttributes = "primary";
        }
        else if (hosts.Length > 0)
        {
            var colon = hosts.LastIndexOf(':');
            var hasPort = colon >= 0 && !hosts.EndsWith(']');
            _parts.Host = Uri.UnescapeDataString((hasPort ? hosts[..colon] : hosts).Trim('[', ']'));
            if (hasPort)
                _parts.Port = Number("the port", hosts[(colon + 1)..]);
        }
        if (database.Length > 0)
            _parts.Database = Uri.UnescapeDataString(database);
    }

    private void Set(string pair)
    {
        var (key, value) = Cut(pair, '=');
        if (key == "password")
        {
            _parts.Password = Uri.UnescapeDataString(value);
            return;
        }
        var set = Known.FirstOrDefault(one => one.Key == key).Set;
        if (set is null)
            throw new FormatException(
                $"a PostgreSQL address has no '{key}'; it knows {string.Join(", ", Known.Select(one => one.Key))}"
            );
        set(_parts, Uri.UnescapeDataString(value));
    }

    private static string Masked(string query)
    {
        var shown = query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("password=", StringComparison.Ordinal));
        var text = string.Join('&', shown);
        return text.Length > 0 ? "?" + text : "";
    }

    private static SslMode Mode(string value) =>
        value switch
        {
            "disable" => SslMode.Disable,
            "allow" => SslMode.Allow,
            "prefer" => SslMode.Prefer,
            "require" => SslMode.Require,
            "verify-ca" => SslMode.VerifyCA,
            "verify-full" => SslMode.VerifyFull,
            _ => throw new FormatException(
                $"sslmode is disable, allow, prefer, require, verify-ca or verify-full, not '{value}'"
            ),
        };

    private static int Number(string what, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{what} is a number, not '{value}'");

    private static (string Before, string After) Cut(string text, char at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, "") : (text[..place], text[(place + 1)..]);
    }
}
