namespace Baton.Runtime.Configuration;

/// <summary>What a group does with a request that can't start at once.</summary>
public enum GroupPolicy
{
    /// <summary>It waits.</summary>
    Queue,

    /// <summary>It ends as skipped.</summary>
    Skip,

    /// <summary>It waits, and takes the place of an older one that waits.</summary>
    Latest,

    /// <summary>As <see cref="Latest"/>, and stops an older one that runs.</summary>
    CancelRunning,

    /// <summary>It waits, and stops one of lower priority that runs.</summary>
    Preempt,
}
