using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Ci;

/// <summary>
/// Environment variables on their way into a <see cref="CiEnvironment"/>: empty is not set, and nothing is endless.
/// </summary>
internal sealed class CiVariables(Func<string, string?> environment)
{
    public string? this[string name] =>
        environment(name) is { } value && !string.IsNullOrWhiteSpace(value)
            ? value.Length > CiEnvironment.LongestValue
                ? value[..CiEnvironment.LongestValue]
                : value
            : null;

    // A path that is cut is another path.
    public string? Path(string name) => environment(name) is { Length: > 0 } path ? path : null;

    public bool Is(string name, string value) => string.Equals(this[name], value, StringComparison.OrdinalIgnoreCase);

    public long? Number(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Count(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A link is shown to people and written into summaries, so nothing but a web page's address is one.
    public string? Url(string name) =>
        this[name] is { } text
        && OneLine.FirstUnsafe(text) < 0
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme is "https" or "http")
            ? text
            : null;

    public static string? Branch(string? name) => name is null ? null : $"refs/heads/{name}";

    public static string? Tag(string? name) => name is null ? null : $"refs/tags/{name}";
}
