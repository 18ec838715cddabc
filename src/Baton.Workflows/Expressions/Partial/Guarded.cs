namespace Baton.Workflows.Expressions.Partial;

/// <summary>What an expression comes to in the runs of which a guard is true.</summary>
public sealed record Guarded<T>(Guard Guard, Outcome<T> Outcome)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Outcome} where {Guard}";
}
