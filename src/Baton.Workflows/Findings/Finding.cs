using System.Globalization;

namespace Baton.Workflows.Findings;

/// <summary>Something that is wrong, or worth knowing, at one place of a file that a person wrote.</summary>
/// <param name="File">The file's path as the user would name it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
/// <param name="Message">
/// One sentence without its full stop; foreign text in it has gone through <see cref="OneLine"/>.
/// </param>
/// <param name="Hint">What to do about it, where that is known.</param>
public sealed record Finding(string File, int Line, int Column, string Message, string? Hint = null)
{
    /// <summary>How bad it is; an error if nothing else is said.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>How many characters from there are meant; 0 where that is not known.</summary>
    public int Length { get; init; }

    /// <summary>The finding as editors and compilers write it: <c>file:line:column: message (hint)</c>.</summary>
    public override string ToString()
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
        return Hint is null ? place : $"{place} ({Hint})";
    }
}
