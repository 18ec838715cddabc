namespace Baton.Engine.Resources;

/// <summary>What becomes of a run that was stopped for one of higher priority.</summary>
public enum Preempted
{
    /// <summary>It ends.</summary>
    End,

    /// <summary>It waits again, with its first time of asking.</summary>
    Requeue,
}
