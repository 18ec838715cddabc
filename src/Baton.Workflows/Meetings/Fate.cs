namespace Baton.Workflows.Meetings;

/// <summary>What becomes of a run that starts beside others.</summary>
public enum Fate
{
    /// <summary>It runs.</summary>
    Runs,

    /// <summary>It waits for another one to end, and then runs.</summary>
    Waits,

    /// <summary>It ran, and a newer one of its group cancels it.</summary>
    Cancelled,

    /// <summary>It waited, and a newer one takes its place: it never runs.</summary>
    Displaced,
}
