using System.Text.RegularExpressions;

namespace Baton.Workflows.Resources;

/// <summary>A <c>git push</c> in a script.</summary>
/// <param name="Line">The line of the script, from 0.</param>
/// <param name="Text">The command.</param>
/// <param name="Words">Its words behind <c>push</c>.</param>
public sealed partial record GitPush(int Line, string Text, IReadOnlyList<string> Words)
{
    private static readonly string[] Forces = ["-f", "--force"];

    /// <summary>Whether it writes no branch: tags, deletions, mirrors, or only for show.</summary>
    public bool IsOfNoBranch =>
        Words.Any(word => word is "--tags" or "--delete" or "-d" or "--dry-run" or "-n" or "--mirror" or "tag")
        || Words.Any(word => word.StartsWith("refs/tags/", StringComparison.Ordinal) || word.StartsWith(':'));

    /// <summary>Whether it overwrites what others pushed meanwhile.</summary>
    public bool IsForced =>
        Words.Any(word => Forces.Contains(word, StringComparer.Ordinal) || (word.StartsWith('+') && word.Length > 1));

    /// <summary>Whether its failure is swallowed on its own line.</summary>
    public bool IsSwallowed => Swallowing().IsMatch(Text);

    /// <summary>The remote, where it is named.</summary>
    public string? Remote => Plain.Count > 0 ? Plain[0] : null;

    /// <summary>The branch, where the command writes it out; null: the one that is checked out, or a variable.</summary>
    public string? Branch =>
        Plain.Count > 1
        && Target(Plain[1]) is { } target
        && !target.Contains('$', StringComparison.Ordinal)
        && target != "HEAD"
            ? target
            : null;

    /// <summary>Whether a variable or an expression says the branch.</summary>
    public bool HasComputedBranch => Plain.Count > 1 && Plain[1].Contains('$', StringComparison.Ordinal);

    private List<string> Plain =>
        [.. Words.TakeWhile(word => word is not ("||" or "&&" or ";" or "|")).Where(word => !word.StartsWith('-'))];

    /// <summary>The pushes of a script.</summary>
    public static IEnumerable<GitPush> In(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var lines = script.Replace("\\\n", "  ", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Command().Match(lines[i]) is { Success: true } found && !lines[i].TrimStart().StartsWith('#'))
                yield return new GitPush(i, lines[i].Trim(), SplitWords(found.Groups["rest"].Value));
        }
    }

    // Of HEAD:refs/heads/x the x.
    private static string Target(string refspec)
    {
        var name = refspec.TrimStart('+');
        name = name[(name.LastIndexOf(':') + 1)..];
        return name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name["refs/heads/".Length..] : name;
    }

    private static string[] SplitWords(string rest) =>
        [
            .. Expressions()
                .Replace(rest, "$$computed")
                .Split([' ', '\t', ';', ')'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim('"', '\'')),
        ];

    [GeneratedRegex(@"(?:^|[\s;&|(!])git(?:\s+-[cC]\s+\S+)*\s+push\b(?<rest>.*)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Command();

    [GeneratedRegex(@"git\b.*\bpush\b.*\|\|\s*(true|:|echo\b)(?!.*\bexit\s+[1-9])", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Swallowing();

    [GeneratedRegex(@"\$\{\{.*?\}\}", RegexOptions.None, 200)]
    private static partial Regex Expressions();
}
