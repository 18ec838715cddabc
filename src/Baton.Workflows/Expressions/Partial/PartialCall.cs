using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// One call of a function. It runs whenever it asks for nothing but known values. Else it depends on what it does with
/// them: one that only hands them on runs with what stands for them, one that says true or false becomes a question, one
/// that makes a text stays open; of any other nobody can say.
/// </summary>
internal sealed class PartialCall(PartialEvaluator evaluator, Node.Call node) : FunctionCall
{
    private readonly PartialValue?[] arguments = new PartialValue?[node.Arguments.Count];
    private readonly StandIns standIns = new();
    private readonly Value?[] values = new Value?[node.Arguments.Count];

    public override int Count => node.Arguments.Count;

    // Without the contexts: a function that looks into them by itself is asked about in the run.
    public override EvaluationContext Context { get; } = new(Properties.None);

    private bool AskedForUnknown => arguments.Any(argument => argument is not (null or PartialValue.Known));

    public override Value Argument(int index) => values[index] ??= standIns.For(Partial(index));

    public override Exception Refuse(string message) =>
        new RefusedException(new ExpressionError(ErrorKind.Evaluation, message, node.Start, node.End - node.Start));

    /// <summary>What is known of the call's value.</summary>
    public PartialValue Evaluate() =>
        node.Function switch
        {
            StatusFunction => Of(new Atom.Calls(node, All())),
            HashFilesFunction => new PartialValue.Made(node, All()),
            CaseFunction or FormatFunction => HandedOn(),
            ContainsFunction or AffixFunction => Judged(),
            JoinFunction or ToJsonFunction => (PartialValue?)Run() ?? new PartialValue.Made(node, All()),
            _ => Run()
                ?? throw new UntellableException($"{node.Function.Name} reads a text that is known only in the run"),
        };

    private PartialValue.Known Of(Atom atom) => new PartialValue.Known(Value.Of(evaluator.Decisions.Decide(atom)));

    private PartialValue Partial(int index) => arguments[index] ??= evaluator.At(node.Arguments[index]);

    // What the function didn't ask for it may never ask for, so an error in it may never come about.
    private IReadOnlyList<PartialValue> All()
    {
        try
        {
            return [.. Enumerable.Range(0, Count).Select(Partial)];
        }
        catch (RefusedException)
        {
            throw new UntellableException($"an argument of {node.Function.Name} fails if it is evaluated");
        }
    }

    // The value where the function asked for nothing but known ones, else null.
    private PartialValue.Known? Run()
    {
        try
        {
            var value = node.Function.Call(this);
            return AskedForUnknown ? null : new PartialValue.Known(value);
        }
        catch (RefusedException) when (AskedForUnknown)
        {
            return null;
        }
    }

    private PartialValue HandedOn()
    {
        try
        {
            var value = node.Function.Call(this);
            return node.Function is FormatFunction && Partial(0) is not PartialValue.Known
                ? throw new UntellableException("format gets a text that is known only in the run")
                : standIns.Meant(value);
        }
        catch (RefusedException) when (AskedForUnknown)
        {
            throw new UntellableException($"{node.Function.Name} refuses values that are known only in the run");
        }
    }

    private PartialValue.Known Judged() => Run() ?? AffixJudgement() ?? Of(new Atom.Calls(node, All()));

    // Whether a text with a fixed start or end has a known one.
    private PartialValue.Known? AffixJudgement() =>
        All() is [PartialValue.Composed { Text: var text }, PartialValue.Known { Value: { IsPrimitive: true } wanted }]
        && AffixKnowledge.Of(node.Function, text, Coercion.ToText(wanted)) is { } known
            ? new PartialValue.Known(Value.Of(known))
            : null;
}
