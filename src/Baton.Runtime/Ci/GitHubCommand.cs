using System.Globalization;
using System.Text;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Ci;

/// <summary>
/// Workflow commands, the lines by which a step speaks to GitHub's runner. What is escaped, and how:
/// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
/// </summary>
public static class GitHubCommand
{
    /// <summary>The line for an annotation, without its line break.</summary>
    public static string For(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        var properties = new List<string>();
        Add("file", annotation.File);
        Add("line", annotation.Line?.ToString(CultureInfo.InvariantCulture));
        Add("col", annotation.Column?.ToString(CultureInfo.InvariantCulture));
        Add("title", annotation.Title);
        var name = annotation.Level switch
        {
            AnnotationLevel.Error => "error",
            AnnotationLevel.Warning => "warning",
            _ => "notice",
        };
        var head = properties.Count == 0 ? name : $"{name} {string.Join(',', properties)}";
        return $"::{head}::{Escape(annotation.Message, also: "")}";

        void Add(string key, string? value)
        {
            if (value is not null)
                properties.Add($"{key}={Escape(value, also: ":,")}");
        }
    }

    private static string Escape(string text, string also)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c is '%' or '\r' or '\n' || also.Contains(c, StringComparison.Ordinal))
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else if (OneLine.IsUnsafe(c) && c != '\t')
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
