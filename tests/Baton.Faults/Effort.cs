namespace Baton.Faults;

/// <summary>How much of a row is tried.</summary>
/// <param name="AtMost">How many places; where there are more, some that lie evenly between the first and the last.</param>
/// <param name="GoesOn">Whether there is time for another try.</param>
public sealed record Effort(int AtMost, Func<bool> GoesOn)
{
    /// <summary>Whether somebody said how long it may take.</summary>
    public bool IsTimed { get; init; }

    /// <summary>A few places, for the tests.</summary>
    public static Effort Slice(int atMost) => new(atMost, () => true);
}
