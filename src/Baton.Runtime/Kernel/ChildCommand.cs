namespace Baton.Runtime.Kernel;

/// <summary>What to start as a run's child. No shell reads it.</summary>
/// <param name="Run">The run's id; the child and all it starts carry it as a marker.</param>
/// <param name="Arguments">The program and its arguments; at least the program.</param>
/// <param name="Environment">The whole environment, to which the marker is added.</param>
/// <param name="Orphans">What becomes of those whose parent ends before them.</param>
public sealed record ChildCommand(
    string Run,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    Orphans Orphans
);

/// <summary>What becomes of the processes of a child whose own parent has ended.</summary>
public enum Orphans
{
    /// <summary>They fall to the first process, as ever; only the marker finds them.</summary>
    Leave,

    /// <summary>
    /// They fall to this process (PR_SET_CHILD_SUBREAPER, Linux only), so none escapes while it lives. Every child of
    /// this process then counts as the run's: it must have no others when it ends the child's tree.
    /// </summary>
    Adopt,
}
