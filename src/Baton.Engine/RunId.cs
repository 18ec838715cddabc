namespace Baton.Engine;

/// <summary>Names one run for ever: a ULID made by whoever asks, 26 characters.</summary>
public readonly record struct RunId(string Value) : IComparable<RunId>
{
    /// <summary>Orders by the text, which for ULIDs is the order of making.</summary>
    public int CompareTo(RunId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
