using System.Globalization;
using Baton.Workflows.Expressions.Explaining;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// What is known of a value before the expression is evaluated. Whatever is left open can be filled in: <see cref="In"/>
/// gives the very value that the evaluator gives in a run, by the same operators and functions.
/// </summary>
public abstract record PartialValue
{
    private PartialValue() { } // closed: every case is here

    /// <summary>Why nothing is known of a part of it, or null.</summary>
    public abstract string? Doubt { get; }

    /// <summary>Its value in a run.</summary>
    public abstract Value In(EvaluationContext run);

    internal static PartialValue Null { get; } = new Known(Value.Null.Value);

    /// <summary>A value that is the same in all runs.</summary>
    public sealed record Known(Value Value) : PartialValue
    {
        /// <inheritdoc/>
        public override string? Doubt => null;

        /// <inheritdoc/>
        public override Value In(EvaluationContext run) => Value;

        /// <inheritdoc/>
        public override string ToString() => Value is Value.Text text ? $"'{text.Content}'" : Shown.Short(Value);
    }

    /// <summary>The value of a symbol.</summary>
    public sealed record OfSymbol(Symbol Symbol) : PartialValue
    {
        /// <inheritdoc/>
        public override string? Doubt => Symbol.Doubt;

        /// <inheritdoc/>
        public override Value In(EvaluationContext run) => Symbol.In(run);

        /// <inheritdoc/>
        public override string ToString() => Symbol.ToString();
    }

    /// <summary>A text of several pieces.</summary>
    public sealed record Composed(SymbolicText Text) : PartialValue
    {
        /// <inheritdoc/>
        public override string? Doubt => Text.Doubt;

        /// <inheritdoc/>
        public override Value In(EvaluationContext run) => Value.Of(Text.In(run));

        /// <inheritdoc/>
        public override string ToString() => $"'{Text}'";
    }

    /// <summary>What a function makes of values that are not all known, such as <c>join(…)</c> of labels.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Arguments">Its arguments.</param>
    public sealed record Made(Node.Call Call, IReadOnlyList<PartialValue> Arguments) : PartialValue
    {
        /// <inheritdoc/>
        public override string? Doubt =>
            Call.Function == Functions.FunctionTable.HashFiles
                ? "the files that hashFiles reads are not known"
                : Arguments.Select(argument => argument.Doubt).FirstOrDefault(doubt => doubt is not null);

        /// <inheritdoc/>
        public override Value In(EvaluationContext run) => Call.Function.Call(new FilledCall(Call, Arguments, run));

        /// <inheritdoc/>
        public bool Equals(Made? other) =>
            other is not null && Call.Function == other.Call.Function && Arguments.SequenceEqual(other.Arguments);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Call.Function, Arguments.Count);

        /// <inheritdoc/>
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Call.Function.Name}({string.Join(", ", Arguments)})");
    }
}
