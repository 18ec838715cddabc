using System.Globalization;

namespace Baton.Workflows.Templates;

/// <summary>What is wrong with a template, or with filling it in.</summary>
/// <param name="Column">Where in the template's text, in characters from 1.</param>
/// <param name="Message">One sentence without its full stop.</param>
/// <param name="Hint">What to do about it, where that is known.</param>
public sealed record TemplateError(int Column, string Message, string? Hint = null)
{
    /// <summary>The error as one line: <c>column 7: message (hint)</c>.</summary>
    public override string ToString()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"column {Column}: {Message}");
        return Hint is null ? line : $"{line} ({Hint})";
    }
}
