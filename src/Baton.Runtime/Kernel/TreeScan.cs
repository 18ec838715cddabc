using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>What one look at all processes found of a run's tree.</summary>
/// <param name="Members">Those that belong to it.</param>
/// <param name="Doubts">Those that may belong to it and can't be asked, in words.</param>
/// <param name="HoldsSelf">True when this process belongs to it itself.</param>
internal sealed record TreeView(IReadOnlyList<ProcessStat> Members, IReadOnlyList<string> Doubts, bool HoldsSelf);

/// <summary>Looks for the processes of one run's tree, once.</summary>
/// <remarks>
/// Belonging to the tree are: whoever carries the marker, the noted child, and whoever descends from one of these. What
/// remains is a process that has shed its environment and lost its parent: it can't be told from others, but it can be
/// told that there may be one. It is younger than the owner, hangs under one of the owner's ancestors or the first
/// process, and sits in the owner's control group; only those without a readable environment are doubted.
/// </remarks>
internal sealed class TreeScan
{
    private readonly TreeNote _note;
    private readonly ProcessIdentity? _adopter;
    private readonly Dictionary<int, ProcessStat> _processes;
    private readonly Dictionary<int, MarkReading> _marks = [];
    private readonly Dictionary<int, bool> _members = [];
    private readonly int _self = Libc.ProcessId();

    private TreeScan(TreeNote note, ProcessIdentity? adopter, Dictionary<int, ProcessStat> processes)
    {
        _note = note;
        _adopter = adopter;
        _processes = processes;
        var reader = new MarkReader(note.Run);
        foreach (var process in processes.Values.Where(IsYoungEnough))
        {
            _marks[process.Pid] = reader.Read(process);
        }
    }

    /// <summary>Looks once; null where there is no <c>/proc</c>.</summary>
    /// <param name="note">What is known of the run.</param>
    /// <param name="adopter">A process all of whose descendants belong to the tree; null when there is none.</param>
    internal static TreeView? Look(TreeNote note, ProcessIdentity? adopter) =>
        ProcessTable.Read() is { } processes ? new TreeScan(note, adopter, processes).View() : null;

    private TreeView View()
    {
        var members = _processes.Values.Where(p => p.Pid != _self && p.Pid != 1 && IsMember(p)).ToList();
        var doubts = _processes
            .Values.Where(p => p.Pid != _self && p.Pid != 1 && IsDoubtful(p, 0))
            .Select(p =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"process {p.Pid} {(_marks[p.Pid] == MarkReading.Shed ? "has no environment" : "can't be looked into")}"
                )
            )
            .ToList();
        return new TreeView(members, doubts, _processes.TryGetValue(_self, out var self) && IsMember(self));
    }

    private bool IsYoungEnough(ProcessStat process) =>
        _note.Owner is not { } owner || process.StartTime >= owner.StartTime;

    private bool IsMember(ProcessStat process)
    {
        if (_members.TryGetValue(process.Pid, out var known))
        {
            return known;
        }

        // Set before going up: a table that is read piece by piece may show a circle.
        _members[process.Pid] = false;
        return _members[process.Pid] =
            process.Identity == _note.Child
            || _marks.GetValueOrDefault(process.Pid) == MarkReading.Marked
            || (IsYoungEnough(process) && DescendsFromMember(process));
    }

    private bool DescendsFromMember(ProcessStat process) =>
        _processes.TryGetValue(process.Parent, out var parent)
        && parent.StartTime <= process.StartTime
        && (parent.Identity == _adopter || (parent.Pid != 1 && IsMember(parent)));

    private bool IsDoubtful(ProcessStat process, int depth) =>
        depth < 64
        && _marks.GetValueOrDefault(process.Pid) is MarkReading.Shed or MarkReading.Unreadable
        && !IsMember(process)
        && (
            IsOrphan(process)
            || (_processes.TryGetValue(process.Parent, out var parent) && IsDoubtful(parent, depth + 1))
        )
        && ControlGroup.MayHold(_note.ControlGroup, ControlGroup.PathOf(process.Pid));

    private bool IsOrphan(ProcessStat process) =>
        process.Parent <= 1
        || _note.Ancestors.Count == 0
        || !_processes.TryGetValue(process.Parent, out var parent)
        || _note.Ancestors.Contains(parent.Identity);
}
