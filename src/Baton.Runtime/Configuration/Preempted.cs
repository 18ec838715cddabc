namespace Baton.Runtime.Configuration;

/// <summary>What becomes of a run that a higher priority stopped.</summary>
public enum Preempted
{
    /// <summary>It ends.</summary>
    End,

    /// <summary>It waits again, with its first time of asking.</summary>
    Requeue,
}
