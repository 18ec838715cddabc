namespace Baton.Faults;

/// <summary>How much of a row is tried.</summary>
/// <param name="Stride">Every how manyth place is tried; 1 is all of them.</param>
/// <param name="GoesOn">Whether there is time for another try.</param>
public sealed record Effort(int Stride, Func<bool> GoesOn)
{
    /// <summary>Every place, however long it takes.</summary>
    public static readonly Effort Whole = new(1, () => true);

    /// <summary>A part of the places, for the tests.</summary>
    public static Effort Slice(int stride) => new(stride, () => true);
}
