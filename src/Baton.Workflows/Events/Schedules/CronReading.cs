namespace Baton.Workflows.Events.Schedules;

/// <summary>What became of reading a cron expression.</summary>
public abstract record CronReading
{
    private CronReading() { } // closed: every case is here

    /// <summary>It says when.</summary>
    public sealed record Read(CronTimes Times) : CronReading;

    /// <summary>GitHub refuses it.</summary>
    public sealed record Refused(CronProblem Problem) : CronReading;
}
