using System.Text;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing.Merging.Lists;

/// <summary>
/// Merges files of rows: JSON a line, or comma-separated values. With a key the rows are told by it, and a row that both
/// sides changed differently is a conflict; without one, what each side added is there, equal rows too.
/// </summary>
/// <param name="form">What the rows are.</param>
/// <param name="by">The key or column that tells a row; null where rows are only appended.</param>
internal sealed class RowContest(RowForm form, string? by)
{
    /// <summary>The merged bytes.</summary>
    /// <exception cref="MergeConflictException">They can't be merged.</exception>
    public byte[] Merge(MergeInput input)
    {
        var (before, mine, remote) = (Read(input.Before ?? default), Read(input.Mine), Read(input.Remote));
        var head = Head(before, mine, remote);
        var (old, own, theirs) = (Rows(before, head), Rows(mine, head), Rows(remote, head));
        var identity = by is null ? ListIdentity.Addition : ListIdentity.Key;
        var places = new ListMerge(identity).Merge(Items(old, head), Items(own, head), Items(theirs, head));
        var rows = places.Select(place => Row(At(old, place.Base), At(own, place.Mine), At(theirs, place.Remote)));
        return (remote.Lines.Count == 0 ? mine : remote).Write([.. head is null ? [] : new[] { head }, .. rows]);
    }

    /// <summary>Reads the rows; a quoted value of comma-separated ones may go over several lines.</summary>
    private TextLines Read(ReadOnlyMemory<byte> bytes)
    {
        var lines = TextLines.Read(bytes.Span);
        return form == RowForm.Csv ? lines with { Lines = CsvRow.Join(lines.Lines, lines.End) } : lines;
    }

    // The first row names the columns. It is a row like others only where there is no key and it isn't the same.
    private string? Head(TextLines before, TextLines mine, TextLines remote)
    {
        if (form != RowForm.Csv || mine.Lines.Count == 0 || remote.Lines.Count == 0)
            return null;
        var isSame = mine.Lines[0] == remote.Lines[0];
        if (!isSame && (by is not null || (before.Lines.Count > 0 && before.Lines[0] != remote.Lines[0])))
            throw new MergeConflictException("the two versions have different columns");
        return isSame ? mine.Lines[0] : null;
    }

    // With a key an empty line is no row; without one it is a line like others.
    private IReadOnlyList<string> Rows(TextLines lines, string? head) =>
        [
            .. lines
                .Lines.Skip(head is not null && lines.Lines.Count > 0 && lines.Lines[0] == head ? 1 : 0)
                .Where(row => by is null || row.Trim().Length > 0),
        ];

    private IReadOnlyList<ListItem> Items(IReadOnlyList<string> rows, string? head)
    {
        if (by is null)
            return ListItem.ByContent(rows);
        var column = form == RowForm.Csv ? ColumnOf(head ?? "") : -1;
        return [.. rows.Select(row => new ListItem(KeyOf(row, column), row))];
    }

    private int ColumnOf(string head)
    {
        var column = CsvRow.Values(head).IndexOf(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(by!)));
        return column >= 0 ? column : throw new MergeConflictException($"there is no column {OneLine.Quoted(by!)}");
    }

    private string KeyOf(string row, int column)
    {
        if (form == RowForm.Csv)
            return CsvRow.Values(row) is var values && column < values.Count && values[column].Length > 0
                ? values[column]
                : throw new MergeConflictException($"the row {OneLine.Quoted(row, 60)} has no {OneLine.Quoted(by!)}");
        var (file, problem) = Data.DataFile.Read(Encoding.Latin1.GetBytes(row), Data.DataLanguage.Json);
        return (file?.Root as Data.DataMapping)?[by!] is Data.DataScalar { Kind: not Data.DataKind.Nothing } key
            ? key.Canonical
            : throw new MergeConflictException(
                $"the line {OneLine.Quoted(row, 60)} has no {OneLine.Quoted(by!)}{(problem is null ? "" : $": {problem}")}"
            );
    }

    private static string Row(string? before, string? own, string? theirs)
    {
        if (own is null || theirs is null || own == before || own == theirs)
            return theirs ?? own!;
        return theirs == before
            ? own
            : throw new MergeConflictException(
                $"both sides changed a row: {OneLine.Quoted(own, 60)}, {OneLine.Quoted(theirs, 60)}"
            );
    }

    private static string? At(IReadOnlyList<string> rows, int? at) => at is { } place ? rows[place] : null;
}

/// <summary>What the rows of a file are.</summary>
internal enum RowForm
{
    Jsonl,
    Csv,
}
