namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// The answers along one way through an expression. The first ones are given; after them each new question is answered
/// yes, and <see cref="CaseWalk"/> comes again for the no.
/// </summary>
internal sealed class Decisions(IReadOnlyList<bool> given)
{
    private readonly List<GuardTerm> terms = [];

    public IReadOnlyList<GuardTerm> Terms => terms;

    /// <summary>The answer to a question; the same question has the same answer all along the way.</summary>
    public bool Decide(Atom atom)
    {
        if (terms.Find(term => term.Atom.Equals(atom)) is { } asked)
            return asked.Answer;
        if (Implications.Of(terms, atom) is { } implied)
            return implied;
        if (terms.Count == CaseWalk.MostQuestions)
            throw new UntellableException($"it depends on more than {CaseWalk.MostQuestions} questions");
        var answer = terms.Count >= given.Count || given[terms.Count];
        terms.Add(new GuardTerm(atom, answer));
        return answer;
    }
}
