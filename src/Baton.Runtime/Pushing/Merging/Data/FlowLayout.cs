namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>The white space of a mapping or list between braces or brackets.</summary>
/// <param name="Open">The opening character.</param>
/// <param name="First">What stands before its first value.</param>
/// <param name="Next">What stands between a comma and the next value.</param>
/// <param name="Tail">What stands behind its last value.</param>
/// <param name="Close">The closing character.</param>
internal sealed record FlowLayout(char Open, string First, string Next, string Tail, char Close)
{
    /// <summary>The layout of a mapping.</summary>
    public static FlowLayout Of(DataMapping frame, DataFile file, (DataFile File, int First, int End)? added) =>
        Of(frame, file, ([.. frame.Entries.Select(entry => (entry.KeyStart, entry.Value.End))], added));

    /// <summary>The layout of a list.</summary>
    public static FlowLayout Of(DataList frame, DataFile file, (DataFile File, int First, int End)? added) =>
        Of(frame, file, ([.. frame.Items.Select(item => (item.Start, item.End))], added));

    /// <summary>What stands between a comma and what follows it.</summary>
    public static string Between(DataFile file, int end, int start)
    {
        var text = file.Text[end..start];
        return text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..];
    }

    private static FlowLayout Of(
        DataNode frame,
        DataFile file,
        (IReadOnlyList<(int Start, int End)> Parts, (DataFile File, int First, int End)? Added) all
    )
    {
        var (parts, added) = all;
        var (open, close) = (file.Text[frame.Start], file.Text[frame.End - 1]);
        if (parts.Count == 0)
        {
            var (before, behind) = added is { } other
                ? (Blanks(other.File.Text, other.First), Behind(other))
                : ("", "");
            return new FlowLayout(open, before, NextOf(before, file), behind, close);
        }

        var first = file.Text[(frame.Start + 1)..parts[0].Start];
        var next = parts.Count > 1 ? Between(file, parts[0].End, parts[1].Start) : NextOf(first, file);
        return new FlowLayout(open, first, next, file.Text[parts[^1].End..(frame.End - 1)], close);
    }

    private static string NextOf(string first, DataFile file) =>
        first.Contains('\n', StringComparison.Ordinal) ? first
        : file.Text.Contains("\":", StringComparison.Ordinal) && !file.Text.Contains("\": ", StringComparison.Ordinal)
            ? ""
        : " ";

    private static string Blanks(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        return text[start..end];
    }

    private static string Behind((DataFile File, int First, int End) added)
    {
        var (text, before) = (added.File.Text, Blanks(added.File.Text, added.First));
        var close = added.End;
        while (close < text.Length && char.IsWhiteSpace(text[close]))
            close++;
        if (close < text.Length && text[close] is ']' or '}')
            return text[added.End..close];
        // It isn't the last of its list: one level less than what stands before it.
        var line = before.LastIndexOf('\n');
        return line < 0 ? "" : before[..(line + 1)] + before[Math.Min(before.Length, line + 3)..];
    }
}
