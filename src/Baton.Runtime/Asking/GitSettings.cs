using System.Text;

namespace Baton.Runtime.Asking;

/// <summary>Reads one value of a git configuration file: https://git-scm.com/docs/git-config#_syntax</summary>
public static class GitSettings
{
    /// <summary>The last value of a key in a section with a subsection, or nothing.</summary>
    public static string? Find(string text, string section, string subsection, string key)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (inside, found) = (false, (string?)null);
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('['))
                inside = IsSection(line, section, subsection);
            else if (inside && Value(line, key) is { } value)
                found = value;
        }

        return found;
    }

    /// <summary>The subsections of a section, in their order; one that is written twice comes twice.</summary>
    public static IEnumerable<string> Subsections(string text, string section)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith($"[{section} \"", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(section.Length + 3)..Math.Max(section.Length + 3, line.LastIndexOf('"'))]);
    }

    // The section's name counts without case, the subsection's with it.
    private static bool IsSection(string line, string section, string subsection)
    {
        var end = line.LastIndexOf(']');
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return end > space
            && space > 0
            && line[1..space].Equals(section, StringComparison.OrdinalIgnoreCase)
            && line[(space + 1)..end].Trim() == $"\"{subsection}\"";
    }

    private static string? Value(string line, string key)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && line[..equals].Trim().Equals(key, StringComparison.OrdinalIgnoreCase)
            ? Plain(line[(equals + 1)..].Trim())
            : null;
    }

    private static string Plain(string value)
    {
        var (plain, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '"')
                quoted = !quoted;
            else if (value[i] is '#' or ';' && !quoted)
                break;
            else
                plain.Append(value[i] == '\\' && i + 1 < value.Length ? value[++i] : value[i]);
        }

        return plain.ToString().TrimEnd();
    }
}
