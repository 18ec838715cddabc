using System.Text.RegularExpressions;

namespace Baton.Faults.Killing;

/// <summary>What <c>strace</c> wrote down: one call a line, after the thread's id.</summary>
/// <param name="path">The file.</param>
internal sealed partial class Trace(string path)
{
    private const int Longest = 90;

    /// <summary>Every call of every name that a thread made: the places where it can be struck.</summary>
    public IReadOnlyList<Blown> Places() =>
        [
            .. File.ReadLines(path)
                .Select(line => CallLine().Match(line))
                .Where(match => match.Success)
                .GroupBy(match => (Thread: match.Groups[1].Value, Call: match.Groups[2].Value))
                .GroupBy(calls => calls.Key.Call, calls => calls.Count())
                .SelectMany(counts =>
                    Enumerable.Range(1, counts.Max()).Select(number => new Blown(counts.Key, number))
                ),
        ];

    /// <summary>The call at which it was struck; nothing if it wasn't.</summary>
    public string? Struck()
    {
        var before = "";
        foreach (var line in File.ReadLines(path))
        {
            if (line.Contains("(INJECTED)", StringComparison.Ordinal))
                return Short(line);
            if (line.Contains("+++ killed by SIGKILL", StringComparison.Ordinal))
                return Short(before);
            if (CallLine().IsMatch(line))
                before = line;
        }
        return null;
    }

    private static string Short(string line) => line.Length > Longest ? line[..Longest] + "…" : line;

    [GeneratedRegex(@"^(\d+) +(\w+)\(", RegexOptions.None, 1000)]
    private static partial Regex CallLine();
}
