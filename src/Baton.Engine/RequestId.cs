namespace Baton.Engine;

/// <summary>Names one asking, so that asking again after a lost answer has one effect (promise 4).</summary>
public readonly record struct RequestId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
