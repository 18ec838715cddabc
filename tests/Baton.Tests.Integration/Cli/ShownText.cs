using System.Text.RegularExpressions;

namespace Baton.Tests.Integration.Cli;

/// <summary>
/// Compares what a page shows with what was said: ids, times, spans and hashes differ from call to call, but the id that a
/// page shows twice is one run's, and stands for that run in its later commands.
/// </summary>
internal sealed partial class ShownText
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>A text of the page with the ids of this call.</summary>
    public string Real(string shown) => Id().Replace(shown, id => ids.GetValueOrDefault(id.Value, id.Value));

    /// <summary>The two texts in the form in which they are to be equal.</summary>
    public (string Shown, string Said) Alike(string shown, string said)
    {
        foreach (var (here, there) in Id().Matches(shown).Zip(Id().Matches(said)))
            ids.TryAdd(here.Value, there.Value);
        return (Plain(Real(shown)), Plain(said));
    }

    private static string Plain(string text) =>
        Span()
            .Replace(Hash().Replace(Time().Replace(Followed().Replace(text, ""), "TIME"), "HASH"), "SPAN")
            .TrimEnd('\n');

    [GeneratedRegex("[0-9][0-9A-HJKMNP-TV-Z]{25}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ", RegexOptions.None, 1000)]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\b\d+ (?:ms|s|min|h|d)(?: \d+ (?:ms|s|min|h|d))?\b", RegexOptions.None, 1000)]
    private static partial Regex Span();

    // What acquire follows is the machine's own: the process above the test.
    [GeneratedRegex(@"^baton: follows .*\n?", RegexOptions.Multiline, 1000)]
    private static partial Regex Followed();
}
