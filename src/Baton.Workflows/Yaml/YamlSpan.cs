using System.Runtime.InteropServices;

namespace Baton.Workflows.Yaml;

/// <summary>From where to where something stands in a file: lines and columns count from 1, the end is exclusive.</summary>
/// <param name="Line">The line where it starts.</param>
/// <param name="Column">The column where it starts, in UTF-16 characters.</param>
/// <param name="EndLine">The line of the first character after it.</param>
/// <param name="EndColumn">The column of the first character after it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct YamlSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>A place without length.</summary>
    public static YamlSpan At(int line, int column) => new(line, column, line, column);

    /// <summary>How many characters of its first line it takes; 0 where it goes on behind that line.</summary>
    public int Length => EndLine == Line ? EndColumn - Column : 0;
}
