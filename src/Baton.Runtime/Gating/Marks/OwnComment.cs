using System.Globalization;
using Baton.Engine;
using Baton.Runtime.Asking;

namespace Baton.Runtime.Gating.Marks;

/// <summary>
/// The mark by which Baton's one comment on an issue is found again: a comment of HTML, which nobody sees. It names the run
/// that it was last written for.
/// </summary>
public static class OwnComment
{
    private const int LengthOfRun = 26;

    /// <summary>The mark for an issue and a run.</summary>
    public static string Marker(long issue, RunId run) => $"{Before(issue)}{run} -->";

    /// <summary>The run that a comment on an issue was written for, if it carries the mark at its very beginning.</summary>
    public static RunId? RunOf(long issue, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var before = Before(issue);
        return
            body.StartsWith(before, StringComparison.Ordinal)
            && body.Length >= before.Length + LengthOfRun
            && body.Substring(before.Length, LengthOfRun) is var run
            && Ulid.Is(run)
            ? new RunId(run)
            : null;
    }

    private static string Before(long issue) =>
        string.Create(CultureInfo.InvariantCulture, $"<!-- baton: issue {issue}, run ");
}
