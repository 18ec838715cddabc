namespace Baton.Workflows.Expressions.Partial;

/// <summary>What must be true of a run: all terms. Without any it is true of every run.</summary>
/// <param name="Terms">The terms, in the order in which the evaluation asks.</param>
public sealed record Guard(IReadOnlyList<GuardTerm> Terms)
{
    /// <summary>Whether it is true of a run. Terms are asked in order, up to the first that doesn't hold.</summary>
    public bool Holds(EvaluationContext run) => Terms.All(term => term.Holds(run));

    /// <summary>Why nothing is known of what a term asks for, or null: the guard is right, but nobody can tell beforehand.</summary>
    public string? Doubt => Terms.Select(term => term.Atom.Doubt).FirstOrDefault(doubt => doubt is not null);

    /// <inheritdoc/>
    public bool Equals(Guard? other) => other is not null && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Terms.Aggregate(Terms.Count, (sum, term) => HashCode.Combine(sum, term.GetHashCode()));

    /// <inheritdoc/>
    public override string ToString() => Terms.Count == 0 ? "always" : string.Join(" and ", Terms);
}
