using System.Globalization;
using System.Text;
using Baton.Workflows.Hashing;

namespace Baton.Workflows.Rules;

/// <summary>
/// Findings that were there when somebody began to look: a line for each, with rule, file and a hash of what it says but
/// not of where, so that it stays known when lines move.
/// </summary>
public sealed class Baseline
{
    private readonly HashSet<string> lines;

    private Baseline(IEnumerable<string> lines) => this.lines = lines.ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads a file's text.</summary>
    public static Baseline Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Baseline(
            text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
        );
    }

    /// <summary>The text of a file that knows findings.</summary>
    public static string Write(IEnumerable<RuleFinding> findings) =>
        "# Findings that `baton lint --baseline` passes over: rule, file, hash of the message.\n"
        + string.Concat(findings.Select(Line).Distinct().Order(StringComparer.Ordinal).Select(line => line + "\n"));

    /// <summary>Whether a finding was there.</summary>
    public bool Knows(RuleFinding finding) => lines.Contains(Line(finding));

    private static string Line(RuleFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var sum = new Sha256();
        sum.Append(Encoding.UTF8.GetBytes(found.Finding.Message));
        var hash = string.Concat(sum.Finish().Take(8).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
        return $"{found.Id} {found.Finding.File.Replace('\n', ' ')} {hash}";
    }
}
