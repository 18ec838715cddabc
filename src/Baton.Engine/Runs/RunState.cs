namespace Baton.Engine.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>It waits; it may already hold its keys.</summary>
    Waiting,

    /// <summary>It holds all that it asked for.</summary>
    Running,

    /// <summary>It was told to stop, or has ended and waits for the runs inside it; the end of its lease is frozen.</summary>
    Stopping,

    /// <summary>It is over, with a conclusion.</summary>
    Ended,
}
