namespace Baton.Workflows.Events.Schedules;

/// <summary>Why GitHub refuses a cron expression.</summary>
/// <param name="Column">The character, from 1; 0: the expression as a whole.</param>
/// <param name="Message">One sentence without its full stop.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record CronProblem(int Column, string Message, string Hint);
