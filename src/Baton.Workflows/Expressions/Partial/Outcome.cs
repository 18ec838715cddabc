namespace Baton.Workflows.Expressions.Partial;

/// <summary>What an expression comes to where its guard holds.</summary>
public abstract record Outcome<T>
{
    private Outcome() { } // closed: every case is here

    /// <summary>It gives this.</summary>
    public sealed record Gives(T Value) : Outcome<T>
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Value}";
    }

    /// <summary>It fails, and the run with it.</summary>
    public sealed record Fails(ExpressionError Error) : Outcome<T>
    {
        /// <inheritdoc/>
        public override string ToString() => $"fails: {Error.Summary}";
    }
}
