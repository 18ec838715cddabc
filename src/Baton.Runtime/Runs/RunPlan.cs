using Baton.Engine.Commands;
using Baton.Runtime.Fencing;

namespace Baton.Runtime.Runs;

/// <summary>What to run, and how to treat it.</summary>
public sealed record RunPlan
{
    /// <summary>What is asked for it.</summary>
    public required Ask Ask { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The environment of the child, without what Baton adds.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The scope's name, told to the child.</summary>
    public required string Scope { get; init; }

    /// <summary>The store's address, told to the child so that runs inside it use the same one.</summary>
    public required string Store { get; init; }

    /// <summary>Moves the fences of the run's groups before the child starts; nothing where they have none.</summary>
    public FenceTaker? Fences { get; init; }

    /// <summary>How long a child that is told to stop has before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a child whose store is gone may go on past the end of its lease.</summary>
    public bool ProceedsUnprotected { get; init; }
}
