using Baton.Engine.Runs;

namespace Baton.Runtime.Reporting;

/// <summary>What some runs come to.</summary>
public sealed record RunTally
{
    /// <summary>How many were asked for.</summary>
    public int Asked { get; private init; }

    /// <summary>How many started.</summary>
    public int Started { get; private init; }

    /// <summary>How many ended without having started.</summary>
    public int Prevented { get; private init; }

    /// <summary>How many were superseded, before they started or after.</summary>
    public int Superseded { get; private init; }

    /// <summary>How many were lost.</summary>
    public int Lost { get; private init; }

    /// <summary>How many wait or run.</summary>
    public int Live { get; private init; }

    /// <summary>How long those waited that started: the middle.</summary>
    public TimeSpan MedianWait { get; private init; }

    /// <summary>As <see cref="MedianWait"/>: 95 of 100 waited no longer.</summary>
    public TimeSpan LateWait { get; private init; }

    /// <summary>How long they ran, all together.</summary>
    public TimeSpan Ran { get; private init; }

    /// <summary>How many starts were saved.</summary>
    public int Saved { get; private init; }

    /// <summary>How long those would have run: for each the middle of what its workflow's successes took.</summary>
    public TimeSpan Spared { get; private init; }

    /// <summary>How many of the saved are of workflows without a success, so that nothing is known of their time.</summary>
    public int Unknown { get; private init; }

    /// <summary>Adds up some runs.</summary>
    /// <param name="tales">The runs.</param>
    /// <param name="usual">How long a workflow's run usually takes, by its name; nothing where it isn't known.</param>
    public static RunTally Of(IReadOnlyCollection<RunTale> tales, Func<string?, TimeSpan?> usual)
    {
        ArgumentNullException.ThrowIfNull(tales);
        var waits = tales.Where(tale => tale.Waited is not null).Select(tale => tale.Waited!.Value).Order().ToArray();
        var saved = tales.Where(Prevention.Saves).Select(tale => usual(tale.Origin.Workflow)).ToList();
        return new RunTally
        {
            Asked = tales.Count,
            Started = waits.Length,
            Prevented = tales.Count(tale => tale.IsPrevented),
            Superseded = tales.Count(tale => tale.Conclusion == Conclusion.Superseded),
            Lost = tales.Count(tale => tale.Conclusion == Conclusion.Lost),
            Live = tales.Count(tale => tale.EndedAt is null),
            MedianWait = At(waits, 0.5),
            LateWait = At(waits, 0.95),
            Ran = Sum(tales.Select(tale => tale.Ran ?? TimeSpan.Zero)),
            Saved = saved.Count,
            Spared = Sum(saved.Select(time => time ?? TimeSpan.Zero)),
            Unknown = saved.Count(time => time is null),
        };
    }

    // The nearest rank: a wait that really was, and no mean of two.
    private static TimeSpan At(TimeSpan[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    private static TimeSpan Sum(IEnumerable<TimeSpan> spans) =>
        spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + span);
}
