namespace Baton.Runtime.Estimates;

/// <summary>How long something took, or will take: the middle, and the half of all cases around it.</summary>
/// <param name="Median">As many took longer as shorter.</param>
/// <param name="Low">A quarter took less.</param>
/// <param name="High">A quarter took more.</param>
/// <param name="From">From how many cases it is known.</param>
public sealed record Spread(TimeSpan Median, TimeSpan Low, TimeSpan High, int From)
{
    /// <summary>The spread of past cases, in any order; nothing where there are none.</summary>
    public static Spread? Of(IReadOnlyCollection<TimeSpan> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0)
            return null;
        var sorted = cases.Order().ToArray();
        return new Spread(At(sorted, 2), At(sorted, 1), At(sorted, 3), sorted.Length);
    }

    /// <summary>What is left of it after a time.</summary>
    public Spread After(TimeSpan passed) =>
        this with
        {
            Median = NotNegative(Median - passed),
            Low = NotNegative(Low - passed),
            High = NotNegative(High - passed),
        };

    /// <summary>This, and then another.</summary>
    public Spread Then(Spread next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new(Median + next.Median, Low + next.Low, High + next.High, Math.Min(From, next.From));
    }

    /// <summary>This, shared by several at once.</summary>
    public Spread Among(int several) =>
        this with
        {
            Median = Median / several,
            Low = Low / several,
            High = High / several,
        };

    // A quartile between two cases lies on the straight line between them.
    private static TimeSpan At(TimeSpan[] sorted, int quarter)
    {
        var (index, rest) = Math.DivRem((sorted.Length - 1) * quarter, 4);
        return rest == 0 ? sorted[index] : sorted[index] + (sorted[index + 1] - sorted[index]) * (rest / 4.0);
    }

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
