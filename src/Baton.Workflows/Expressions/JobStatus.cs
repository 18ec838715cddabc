namespace Baton.Workflows.Expressions;

/// <summary>How the steps or jobs before a condition went.</summary>
public enum JobStatus
{
    /// <summary>All went well.</summary>
    Success,

    /// <summary>One failed.</summary>
    Failure,

    /// <summary>The run was cancelled.</summary>
    Cancelled,

    /// <summary>A job that this one needs was skipped, and none failed: only jobs are asked about with it.</summary>
    Skipped,
}
