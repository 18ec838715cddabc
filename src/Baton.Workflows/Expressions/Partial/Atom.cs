using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// A question about a run that is answered by yes or no, and on which the value of an expression depends. Its answer in a
/// run is that of the evaluator's own operators and functions.
/// </summary>
public abstract record Atom
{
    private Atom() { } // closed: every case is here

    /// <summary>Why nothing is known of what it asks for, or null.</summary>
    public abstract string? Doubt { get; }

    /// <summary>The answer in a run.</summary>
    public abstract bool Holds(EvaluationContext run);

    /// <summary>The question as a sentence.</summary>
    /// <param name="answer">Which answer the sentence states.</param>
    public abstract string Sentence(bool answer);

    /// <summary>Whether a symbol's value is there, and not null.</summary>
    public sealed record IsThere(Symbol Symbol) : Atom
    {
        /// <inheritdoc/>
        public override string? Doubt => Symbol.Doubt;

        /// <inheritdoc/>
        public override bool Holds(EvaluationContext run) => Symbol.In(run) is not Value.Null;

        /// <inheritdoc/>
        public override string Sentence(bool answer) => $"{Symbol} is {(answer ? "there" : "not there")}";
    }

    /// <summary>Whether a value counts as true.</summary>
    public sealed record Counts(PartialValue Value) : Atom
    {
        /// <inheritdoc/>
        public override string? Doubt => Value.Doubt;

        /// <inheritdoc/>
        public override bool Holds(EvaluationContext run) => Coercion.ToTruth(Value.In(run));

        /// <inheritdoc/>
        public override string Sentence(bool answer) =>
            Value switch
            {
                PartialValue.OfSymbol { Symbol.IsText: true } or PartialValue.Composed =>
                    $"{Value} is {(answer ? "not empty" : "empty")}",
                _ => $"{Value} counts as {(answer ? "true" : "false")}",
            };
    }

    /// <summary>Whether a comparison holds.</summary>
    public sealed record Compares(ComparisonOperator Operator, PartialValue Left, PartialValue Right) : Atom
    {
        /// <inheritdoc/>
        public override string? Doubt => Left.Doubt ?? Right.Doubt;

        /// <inheritdoc/>
        public override bool Holds(EvaluationContext run) => Comparison.Holds(Operator, Left.In(run), Right.In(run));

        /// <inheritdoc/>
        public override string Sentence(bool answer) =>
            Operator == ComparisonOperator.Equal ? $"{Left} {(answer ? "is" : "is not")} {Right}"
            : answer ? $"{Left} {Sign} {Right}"
            : $"not {Left} {Sign} {Right}";

        private string Sign =>
            Operator switch
            {
                ComparisonOperator.Less => "<",
                ComparisonOperator.LessOrEqual => "<=",
                ComparisonOperator.Greater => ">",
                ComparisonOperator.GreaterOrEqual => ">=",
                ComparisonOperator.NotEqual => "!=",
                _ => "==",
            };
    }

    /// <summary>Whether a function whose value is true or false gives true.</summary>
    public sealed record Calls(Node.Call Call, IReadOnlyList<PartialValue> Arguments) : Atom
    {
        /// <inheritdoc/>
        public override string? Doubt =>
            Arguments.Select(argument => argument.Doubt).FirstOrDefault(doubt => doubt is not null);

        /// <inheritdoc/>
        public override bool Holds(EvaluationContext run) =>
            Coercion.ToTruth(Call.Function.Call(new FilledCall(Call, Arguments, run)));

        /// <inheritdoc/>
        public bool Equals(Calls? other) =>
            other is not null && Call.Function == other.Call.Function && Arguments.SequenceEqual(other.Arguments);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Call.Function, Arguments.Count);

        /// <inheritdoc/>
        public override string Sentence(bool answer) =>
            $"{(answer ? "" : "not ")}{Call.Function.Name}({string.Join(", ", Arguments)})";
    }
}
