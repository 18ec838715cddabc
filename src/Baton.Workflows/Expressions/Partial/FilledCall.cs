using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>A call whose arguments are filled in from a run.</summary>
internal sealed class FilledCall(Node.Call call, IReadOnlyList<PartialValue> arguments, EvaluationContext run)
    : FunctionCall
{
    public override int Count => arguments.Count;

    public override EvaluationContext Context => run;

    public override Value Argument(int index) => arguments[index].In(run);

    public override Exception Refuse(string message) =>
        new RefusedException(new ExpressionError(ErrorKind.Evaluation, message, call.Start, call.End - call.Start));
}
