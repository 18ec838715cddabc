namespace Baton.Runtime.Pushing;

/// <summary>What there is to tell of a push.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Branch">The branch.</param>
/// <param name="Remote">The remote, without secrets.</param>
public sealed record PushReport(PushEnd End, string Branch, string Remote)
{
    /// <summary>The paths that this run changed, or whose commit wasn't pushed before.</summary>
    public IReadOnlyList<TreeChange> Changes { get; init; } = [];

    /// <summary>Submodules that changed and were left as they are.</summary>
    public IReadOnlyList<TreePath> Submodules { get; init; } = [];

    /// <summary>What somebody should know who takes the push for more than it was, one sentence each without a full stop.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The ref that was put where the branch was; null for none.</summary>
    public string? Backup { get; init; }

    /// <summary>How often the remote was asked to take it.</summary>
    public int Attempts { get; init; }

    /// <summary>How long it took in all.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>How much of that was waiting between tries.</summary>
    public TimeSpan Paused { get; init; }

    /// <summary>Whether it was only tried out.</summary>
    public bool IsRehearsal { get; init; }
}
