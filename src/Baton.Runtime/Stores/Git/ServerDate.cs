using System.Globalization;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// The `Date` header of a server's answer, which git shows to nobody but a trace file:
/// https://git-scm.com/docs/git#Documentation/git.txt-codeGITTRACECURLcode. Credentials are left out of it by git, and the
/// file is read and removed at once.
/// </summary>
internal static class ServerDate
{
    private const string Mark = "<= Recv header: date: ";

    /// <summary>The variables that make git write the trace.</summary>
    public static IReadOnlyDictionary<string, string> Trace(string path) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GIT_TRACE_CURL"] = path,
            ["GIT_TRACE_CURL_NO_DATA"] = "1",
            ["GIT_TRACE_REDACT"] = "1",
        };

    /// <summary>The last date in a trace, which is removed.</summary>
    public static DateTimeOffset? Take(string path)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            var lines = File.ReadAllLines(path);
            File.Delete(path);
            return lines.Select(DateIn).LastOrDefault(date => date is not null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static DateTimeOffset? DateIn(string line)
    {
        var at = line.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return
            at >= 0
            && DateTimeOffset.TryParseExact(
                line.AsSpan(at + Mark.Length).Trim(),
                "r",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var date
            )
            ? date
            : null;
    }
}
