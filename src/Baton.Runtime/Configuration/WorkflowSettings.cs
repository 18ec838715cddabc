namespace Baton.Runtime.Configuration;

/// <summary>What a file says about the runs of a workflow; null where it says nothing.</summary>
public sealed record WorkflowSettings
{
    /// <summary>0 to 100; the larger goes first.</summary>
    public int? Priority { get; init; }

    /// <summary>How long a run waits before it gives up.</summary>
    public TimeSpan? MaxWait { get; init; }
}
