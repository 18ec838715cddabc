using System.Text;

namespace Baton.Runtime.Kernel;

/// <summary>
/// What the owner of a run notes of its process tree, so that whoever comes after a lost owner can find all of it.
/// </summary>
/// <param name="Run">The run's id, which the marker carries.</param>
/// <param name="Owner">The <c>baton</c> process; nothing older belongs to the tree. Null when not known.</param>
/// <param name="Child">The command itself; null when it was not noted in time.</param>
/// <param name="Ancestors">Those above the owner; empty when not known. Who loses his parent falls to one of them.</param>
/// <param name="ControlGroup">The owner's control group; null when not known.</param>
public sealed record TreeNote(
    string Run,
    ProcessIdentity? Owner,
    ProcessIdentity? Child,
    IReadOnlyList<ProcessIdentity> Ancestors,
    string? ControlGroup
)
{
    /// <summary>
    /// True when the owner only keeps the run for others: the work is no child of the owner, so nobody can find its
    /// processes, and that none is found says nothing.
    /// </summary>
    public bool IsKept { get; init; }

    /// <summary>The process with whose end the run ends; none where no process is followed.</summary>
    public ProcessIdentity? Follows { get; init; }

    /// <summary>A note of a run of which only the id is known.</summary>
    public static TreeNote Of(string run) => new(TreeMark.Check(run), null, null, [], null);

    /// <summary>A note of a run that this process owns.</summary>
    public static TreeNote Ours(string run, ProcessIdentity? child)
    {
        var self = Libc.ProcessId();
        return new TreeNote(
            TreeMark.Check(run),
            ProcessIdentity.Of(self),
            child,
            AncestorsOf(self),
            Kernel.ControlGroup.PathOf(self)
        );
    }

    /// <summary>Where the note of a run lies: beside its bell.</summary>
    public static string PathOf(string folder, string run) => Path.Combine(folder, TreeMark.Check(run) + ".tree");

    /// <summary>Reads the note of a run; what is missing or was cut off is not known.</summary>
    public static TreeNote Read(string folder, string run)
    {
        var note = Of(run);
        var path = PathOf(folder, run);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return note;
        }

        var ancestors = new List<ProcessIdentity>();

        // A line counts with its end only: the writer may have died in the middle of one.
        foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (word, value) = space > 0 ? (line[..space], line[(space + 1)..]) : (line, "");
            note = word switch
            {
                "owner" => note with { Owner = ProcessIdentity.Parse(value) },
                "child" => note with { Child = ProcessIdentity.Parse(value) },
                "control-group" => note with { ControlGroup = value },
                "kept" => note with { IsKept = true },
                "follows" => note with { Follows = ProcessIdentity.Parse(value) },
                _ => note,
            };
            if (word == "ancestor" && ProcessIdentity.Parse(value) is { } ancestor)
            {
                ancestors.Add(ancestor);
            }
        }

        return note with
        {
            Ancestors = ancestors,
        };
    }

    /// <summary>
    /// Begins the note of a run that this process owns, before it starts anything: what is added later goes into the
    /// same block, so a disk that is full by then still has room for it.
    /// </summary>
    public static void Begin(string folder, string run) =>
        (Of(run) with { Owner = ProcessIdentity.Self() }).Write(folder);

    /// <summary>Adds to the note what <see cref="Begin"/> couldn't know yet.</summary>
    public void Complete(string folder) => File.AppendAllText(PathOf(folder, Run), (this with { Owner = null }).Text());

    /// <summary>Writes the note; it has to outlive its writer, not the machine, so nothing is flushed to the disk.</summary>
    public void Write(string folder) => File.WriteAllText(PathOf(folder, Run), Text());

    private string Text()
    {
        var text = new StringBuilder();
        _ = Owner is { } owner ? text.Append("owner ").Append(owner).Append('\n') : text;
        _ = Child is { } child ? text.Append("child ").Append(child).Append('\n') : text;
        foreach (var ancestor in Ancestors)
        {
            _ = text.Append("ancestor ").Append(ancestor).Append('\n');
        }

        _ =
            ControlGroup is { } group && !group.Contains('\n', StringComparison.Ordinal)
                ? text.Append("control-group ").Append(group).Append('\n')
                : text;
        _ = IsKept ? text.Append("kept\n") : text;
        _ = Follows is { } followed ? text.Append("follows ").Append(followed).Append('\n') : text;
        return text.ToString();
    }

    private static List<ProcessIdentity> AncestorsOf(int pid)
    {
        const int deepest = 256;
        var found = new List<ProcessIdentity>();
        var above = ProcessStat.Read(pid)?.Parent ?? 0;
        while (above > 0 && found.Count < deepest && ProcessStat.Read(above) is { } stat)
        {
            found.Add(stat.Identity);
            above = stat.Parent;
        }

        return found;
    }
}
