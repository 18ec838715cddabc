namespace Baton.Workflows.Expressions.Partial;

/// <summary>Everything that an expression can come to.</summary>
public abstract record Possibilities<T>
{
    private Possibilities() { } // closed: every case is here

    /// <summary>The same in every run.</summary>
    public sealed record Exact(Outcome<T> Outcome) : Possibilities<T>;

    /// <summary>One of several: of every run exactly one of the guards is true.</summary>
    public sealed record Bounded(IReadOnlyList<Guarded<T>> Cases) : Possibilities<T>;

    /// <summary>It isn't known.</summary>
    /// <param name="Why">One sentence without its full stop.</param>
    public sealed record CantSay(string Why) : Possibilities<T>;

    /// <summary>The cases; one that always holds where it is exact, none where nobody can say.</summary>
    public IReadOnlyList<Guarded<T>> All =>
        this switch
        {
            Exact exact => [new Guarded<T>(new Guard([]), exact.Outcome)],
            Bounded bounded => bounded.Cases,
            _ => [],
        };

    /// <inheritdoc/>
    public sealed override string ToString() =>
        this switch
        {
            CantSay cantSay => $"can't say: {cantSay.Why}",
            _ => string.Join("; ", All),
        };
}
