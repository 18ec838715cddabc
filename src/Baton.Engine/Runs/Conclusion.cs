namespace Baton.Engine.Runs;

/// <summary>How a run ended.</summary>
public enum Conclusion
{
    /// <summary>Its work succeeded.</summary>
    Success,

    /// <summary>Its work failed.</summary>
    Failure,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,

    /// <summary>A newer run took its place.</summary>
    Superseded,

    /// <summary>A run of higher priority took its place.</summary>
    Preempted,

    /// <summary>Another run has, or had within the window, its key.</summary>
    Duplicate,

    /// <summary>There was no room, and it didn't want to wait.</summary>
    Skipped,

    /// <summary>It was not meant.</summary>
    Filtered,

    /// <summary>It can't be had: too many units, a full line, a circle.</summary>
    Rejected,

    /// <summary>It waited longer than it wanted to.</summary>
    TimedOut,

    /// <summary>Its owner is gone; there is evidence.</summary>
    Lost,
}
