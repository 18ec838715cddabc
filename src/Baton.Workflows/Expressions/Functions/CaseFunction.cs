using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary><c>case(condition, value, …, otherwise)</c>: the value of the first condition that is true.</summary>
internal sealed class CaseFunction() : Function("case", 3, ExpressionLimits.Arguments)
{
    public override string? Misfit(int count) =>
        base.Misfit(count)
        ?? (count % 2 == 0 ? "Even number of parameters supplied, requires an odd number of parameters" : null);

    public override Value Call(FunctionCall call)
    {
        for (var i = 0; i + 1 < call.Count; i += 2)
        {
            if (call.Argument(i) is not Value.Boolean condition)
                throw call.Refuse("case predicate must evaluate to a boolean value");
            if (condition.Truth)
                return call.Argument(i + 1);
        }

        return call.Argument(call.Count - 1);
    }
}
