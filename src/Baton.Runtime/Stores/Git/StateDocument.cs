using System.Text;
using Baton.Engine;
using Baton.Engine.Views;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// A scope as one file: a line for what belongs to the whole, one for the scope's own row, then one for each row, in an
/// order that is always the same, so that a change is a small one for git too.
/// </summary>
/// <param name="Top">What belongs to the whole.</param>
/// <param name="Row">The scope's own row.</param>
/// <param name="Rows">The scope's rows, for the engine.</param>
internal sealed record StateDocument(StateTop Top, ScopeBody Row, MemoryScope Rows)
{
    private const byte Break = (byte)'\n';

    private static readonly (string Kind, Func<ReadOnlyMemory<byte>, Change> Read)[] Kinds =
    [
        ("run ", body => new Change.PutRun(RunBody.Read(body), null)),
        ("hold ", body => new Change.PutHold(HoldBody.Read(body))),
        ("resource ", body => new Change.PutResource(ResourceBody.Read(body))),
    ];

    /// <summary>Writes the file.</summary>
    /// <param name="without">Runs that are forgotten.</param>
    public byte[] Write(IReadOnlySet<RunId> without)
    {
        using var file = new MemoryStream();
        Put(file, "", Top.Write());
        Put(file, "", Row.Write());
        foreach (var run in Rows.Runs.Where(run => !without.Contains(run.Id)).OrderBy(run => run.Place.Arrival))
            Put(file, Kinds[0].Kind, RunBody.Write(run));
        foreach (var hold in Rows.AllHolds.OrderBy(hold => hold.Token).ThenBy(hold => hold.Resource))
            Put(file, Kinds[1].Kind, HoldBody.Write(hold));
        foreach (var resource in Rows.Resources.OrderBy(resource => resource.Name))
            Put(file, Kinds[2].Kind, ResourceBody.Write(resource));
        return file.ToArray();
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="StoredBodyException">It is damaged or of another version.</exception>
    public static StateDocument Read(ReadOnlyMemory<byte> file)
    {
        var lines = Lines(file);
        if (lines.Count < 2)
            throw new StoredBodyException("the state has lost its first lines");
        var row = ScopeBody.Read(lines[1]);
        List<Change> changes = [new Change.PutScope(row.State), .. lines.Skip(2).Select(ReadRow)];
        var rows = new MemoryScope();
        rows.Apply(new Outcome([], changes, [], null));
        return new(StateTop.Read(lines[0]), row, rows);
    }

    /// <summary>The lines of a file, without their ends.</summary>
    internal static IReadOnlyList<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> file)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (file.Span.IndexOf(Break) is var end && end >= 0)
        {
            lines.Add(file[..end]);
            file = file[(end + 1)..];
        }

        return file.IsEmpty
            ? lines
            : throw new StoredBodyException("the last line of a file has no end: it was cut off");
    }

    /// <summary>Writes a line.</summary>
    internal static void Put(Stream file, string kind, ReadOnlySpan<byte> body)
    {
        file.Write(Encoding.ASCII.GetBytes(kind));
        file.Write(body);
        file.WriteByte(Break);
    }

    private static Change ReadRow(ReadOnlyMemory<byte> line)
    {
        foreach (var (kind, read) in Kinds)
            if (line.Span.StartsWith(Encoding.ASCII.GetBytes(kind)))
                return read(line[kind.Length..]);
        throw new StoredBodyException("the state has a row of a kind that this program doesn't know");
    }
}
