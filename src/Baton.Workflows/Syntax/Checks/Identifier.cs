using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Checks;

/// <summary>
/// Ids of jobs and steps:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id
/// </summary>
internal static class Identifier
{
    private const int Longest = 99;

    /// <summary>Whether an id can be one; if not, a finding says why.</summary>
    public static bool Check(YamlScalar id, SourceFile file)
    {
        var text = id.AsText();
        var name = OneLine.Quoted(text, 60);
        if (text.Length > Longest)
            file.Add(id, $"the id {name} is too long", "an id has at most 99 characters");
        else if (text.Length == 0 || !IsStart(text[0]) || !text.All(IsPart))
            file.Add(id, $"{name} can't be an id", "an id has letters, digits, - and _, and starts with a letter or _");
        else if (text.StartsWith("__", StringComparison.Ordinal))
            file.Add(id, $"{name} can't be an id: those that start with __ are GitHub's own");
        else
            return true;
        return false;
    }

    private static bool IsStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsPart(char c) => IsStart(c) || char.IsAsciiDigit(c) || c == '-';
}
