using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// <c>success()</c>, <c>failure()</c>, <c>cancelled()</c>, <c>always()</c>. In the condition of a job the first two also
/// take names of jobs, and look at the results in the context <c>needs</c>: one that is not there has not succeeded.
/// </summary>
internal sealed class StatusFunction(string name, int most, Func<JobStatus, bool> holds) : Function(name, 0, most)
{
    public override Value Call(FunctionCall call)
    {
        if (call.Count == 0)
            return Value.Of(holds(call.Context.Status));
        var results = Enumerable.Range(0, call.Count).Select(index => Result(call, index)).ToList();
        return Value.Of(Name == "success" ? results.TrueForAll(Holds) : results.Exists(Holds));
    }

    private bool Holds(string result) => string.Equals(result, Name, StringComparison.OrdinalIgnoreCase);

    private static string Result(FunctionCall call, int index)
    {
        var needs = call.Context.Contexts.Find("needs") ?? Value.Null.Value;
        return Coercion.ToText(Lookup.In(Lookup.In(needs, Value.Of(call.Text(index))), Value.Of("result")));
    }
}
