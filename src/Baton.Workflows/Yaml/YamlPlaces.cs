namespace Baton.Workflows.Yaml;

/// <summary>Finds where a character of a scalar's value stands in the file: quotes, escapes and folding are between.</summary>
public static class YamlPlaces
{
    /// <summary>
    /// The line and column, from 1, of a character of a value; where the way to it can't be followed, the value's start.
    /// </summary>
    /// <param name="file">The file's text.</param>
    /// <param name="scalar">The value.</param>
    /// <param name="index">The character's index in the value's text; its length means the end.</param>
    public static (int Line, int Column) Of(string file, YamlScalar scalar, int index)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(scalar);
        var start = Offset(file, scalar.Line) + scalar.Column - 1;
        if (start < 0 || start > file.Length)
            return (scalar.Line, scalar.Column);
        var at = Walk(file, start, (scalar.Text, scalar.Style, Math.Clamp(index, 0, scalar.Text.Length)));
        return at < 0 ? (scalar.Line, scalar.Column) : Place(file, at);
    }

    /// <summary>The index of the first character of a line, from 1; the text's length where there is no such line.</summary>
    public static int Offset(string file, int line)
    {
        ArgumentNullException.ThrowIfNull(file);
        var at = 0;
        for (var i = 1; i < line; i++)
        {
            var end = file.AsSpan(at).IndexOf('\n');
            if (end < 0)
                return file.Length;
            at += end + 1;
        }

        return at;
    }

    private static (int Line, int Column) Place(string file, int at)
    {
        var before = file.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    // Goes over the file and the value side by side, and returns where in the file the value's character stands.
    private static int Walk(string file, int start, (string Text, YamlStyle Style, int Index) value)
    {
        var at = First(file, start, value.Style);
        var isDouble = start < file.Length && file[start] == '"';
        for (var i = 0; i < value.Index; i++)
        {
            at = OverBlanks(file, at, value.Text[i], isDouble);
            if (at >= file.Length)
                return -1;
            at += Length(file, at, value.Text[i], (value.Style, isDouble));
        }

        return value.Index < value.Text.Length ? OverBlanks(file, at, value.Text[value.Index], isDouble) : at;
    }

    private static int First(string file, int start, YamlStyle style)
    {
        if (style == YamlStyle.Quoted)
            return start + 1;
        if (style == YamlStyle.Plain)
            return start;
        var end = file.AsSpan(start).IndexOf('\n');
        return end < 0 ? file.Length : start + end + 1;
    }

    // Blanks of the file that the value doesn't have: indents, and line ends that were folded into one space.
    private static int OverBlanks(string file, int at, char next, bool isDouble)
    {
        var from = at;
        while (at < file.Length && file[at] is ' ' or '\t' or '\r' or '\n' && file[at] != next)
            at++;
        if (isDouble && at + 1 < file.Length && file[at] == '\\' && file[at + 1] is '\n' or '\r')
            return OverBlanks(file, at + 1, next, isDouble: false);

        // A folded line end is the value's space: stay on it.
        return next == ' ' && (at >= file.Length || file[at] != ' ') ? from : at;
    }

    private static int Length(string file, int at, char c, (YamlStyle Style, bool IsDouble) how)
    {
        if (how.IsDouble && file[at] == '\\' && at + 1 < file.Length)
            return file[at + 1] switch
            {
                'x' => 4,
                'u' => 6,
                'U' => char.IsLowSurrogate(c) ? 10
                : char.IsHighSurrogate(c) ? 0
                : 10,
                _ => 2,
            };
        if (how is { Style: YamlStyle.Quoted, IsDouble: false } && c == '\'')
            return 2;
        return 1;
    }
}
