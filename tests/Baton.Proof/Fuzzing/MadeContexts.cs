using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax.Jobs;

namespace Baton.Proof.Fuzzing;

/// <summary>
/// The contexts at one place of a run, and the values of all symbols there: those of a called workflow's own contexts
/// have the way of its calling jobs before them.
/// </summary>
/// <param name="Run">What expressions see.</param>
/// <param name="Symbols">What symbols are.</param>
/// <param name="Place">The jobs that call, from the outermost on.</param>
internal sealed record MadeContexts(EvaluationContext Run, EvaluationContext Symbols, string Place)
{
    /// <summary>Those of the workflow that is started.</summary>
    public MadeContexts(EvaluationContext run)
        : this(run, run, "") { }

    /// <summary>Contexts that no event says.</summary>
    public static Properties Others(Random random, Occasion occasion)
    {
        var payload = new RandomPayload(random);
        var inputs =
            occasion.Event == "workflow_dispatch"
                ? new Properties([
                    new("text", Value.Of(random.Next(3) == 0 ? "" : payload.Text())),
                    new("flag", Value.Of(random.Next(2) == 0)),
                    new("count", Value.Of(random.Next(3))),
                    new("choice", Value.Of(random.Next(2) == 0 ? "a" : "b")),
                ])
                : Properties.None;
        return new Properties([
            new("inputs", new Value.Object(inputs)),
            new("vars", new Value.Object(new Properties([new("A", payload.Anything()), new("B", Value.Of("x"))]))),
            new("needs", Needs(random)),
        ]);
    }

    /// <summary>What the job <c>a</c> hands on.</summary>
    public static Value.Object Needs(Random random) =>
        Object(
            (
                "a",
                Object(
                    ("result", Value.Of(random.Next(2) == 0 ? "success" : "failure")),
                    ("outputs", Object(("x", Value.Of(new RandomPayload(random).Text()))))
                )
            )
        );

    /// <summary>The strategy of one form.</summary>
    public static Value.Object Strategy(int index, int count) =>
        Object(
            ("fail-fast", Value.Of(truth: true)),
            ("job-index", Value.Of(index)),
            ("job-total", Value.Of(count)),
            ("max-parallel", Value.Of(count))
        );

    /// <summary>The same with a context of this place.</summary>
    public MadeContexts Own(string name, Value value) =>
        this with
        {
            Run = With(Run, name, value),
            Symbols = With(Symbols, Place + name, value),
        };

    /// <summary>The place inside of what a job calls; nothing of the job's own is seen there.</summary>
    public MadeContexts Within(Job.Call job) =>
        this with
        {
            Run = With(With(Run, "matrix", Value.Null.Value), "strategy", Value.Null.Value),
            Place = $"{Place}{job.Id.Text}/",
        };

    private static EvaluationContext With(EvaluationContext run, string name, Value value) =>
        run with
        {
            Contexts = new Properties([.. run.Contexts.Where(pair => pair.Key != name), new(name, value)]),
        };

    private static Value.Object Object(params (string Name, Value Value)[] properties) =>
        new(new Properties([.. properties.Select(one => new KeyValuePair<string, Value>(one.Name, one.Value))]));
}
