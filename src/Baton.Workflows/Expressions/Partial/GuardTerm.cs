namespace Baton.Workflows.Expressions.Partial;

/// <summary>A question and the answer to it.</summary>
public sealed record GuardTerm(Atom Atom, bool Answer)
{
    /// <summary>Whether the answer is this one in a run.</summary>
    public bool Holds(EvaluationContext run) => Atom.Holds(run) == Answer;

    /// <inheritdoc/>
    public override string ToString() => Atom.Sentence(Answer);
}
