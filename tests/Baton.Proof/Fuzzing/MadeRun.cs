using System.Globalization;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Proof.Fuzzing;

/// <summary>
/// One run in which everything is known: walks through a workflow and what it calls as GitHub does, evaluates, and
/// compares with what was foretold. Says how many it compared.
/// </summary>
internal sealed class MadeRun(Random random, Occasion occasion)
{
    private const string Fails = "fails";

    // How long a name becomes that takes a whole payload in, nobody foretells.
    private const int LongestName = 400;

    private readonly RandomPayload payload = new(random);
    private int compared;

    public int Compare(WorkflowForecast forecast)
    {
        Workflow(forecast, new MadeContexts(payload.Run(occasion, "CI", MadeContexts.Others(random, occasion))));
        return compared;
    }

    private void Workflow(WorkflowForecast forecast, MadeContexts known)
    {
        Group(forecast.Group, known);
        foreach (var job in forecast.Jobs)
            Job(job, known.Own("needs", MadeContexts.Needs(random)));
    }

    private void Job(JobForecast forecast, MadeContexts known)
    {
        Same(forecast.Runs, known, Runs(forecast.Job.If, known.Run));
        var forms = forecast.Forms;
        if (MadeMatrix.Forms(forecast.Job, known.Run) is not { } made)
            return;
        Require.That(
            forms is [{ Form: null }] || forms.Count == made.Count,
            string.Create(CultureInfo.InvariantCulture, $"{made.Count} forms, and {forms.Count} were foretold")
        );
        for (var i = 0; i < made.Count; i++)
        {
            var form = forms is [{ Form: null }] ? forms[0] : forms[i];
            var inside = known.Own("matrix", made[i]).Own("strategy", MadeContexts.Strategy(i, made.Count));
            Group(form.Group, inside);
            if (
                form.Called is { } called
                && forecast.Job is Job.Call call
                && Inputs(called, call, inside.Run) is { } given
            )
                Workflow(called, inside.Within(call).Own("inputs", given));
        }
    }

    private void Group(GroupForecast? forecast, MadeContexts known)
    {
        if (forecast is null)
            return;
        var name = Name(forecast.Concurrency.Group!, known.Run);
        if (!IsOpen(forecast.Name) && name.Length <= LongestName)
            Same(forecast.Name, known, name);
        Same(forecast.CancelsInProgress, known, Cancels(forecast.Concurrency.CancelInProgress, known.Run));
    }

    // Of such a value nobody says whether it is a single one, and then only is it a name.
    private static bool IsOpen(Possibilities<SymbolicText> name) =>
        name.All.Any(one =>
            one.Outcome
                is Outcome<SymbolicText>.Gives
                {
                    Value.Pieces: [TextPiece.OfSymbol { Symbol.Holding: SymbolHolding.Anything }]
                }
        );

    private static string Name(Setting<string> group, EvaluationContext run) =>
        group switch
        {
            Setting<string>.Written written => written.Value,
            Setting<string>.Computed { Text: var text } => Of(text, run) switch
            {
                { IsPrimitive: true } value when Coercion.ToText(value) is { Length: > 0 } name => name,
                _ => Fails,
            },
            _ => throw new System.Diagnostics.UnreachableException(group.GetType().Name),
        };

    private static string Cancels(Setting<bool>? cancels, EvaluationContext run) =>
        cancels switch
        {
            Setting<bool>.Written written => Shown(written.Value),
            Setting<bool>.Computed { Text: var text } => Of(text, run) is Value.Boolean flag
                ? Shown(Coercion.ToTruth(flag))
                : Fails,
            _ => Shown(truth: false),
        };

    private static string Runs(Condition? condition, EvaluationContext run)
    {
        if (condition is not { AsksStatus: true } && run.Status != JobStatus.Success)
            return Shown(truth: false);
        if (condition is null)
            return Shown(truth: true);
        return Of(condition.Text, run) is { } value ? Shown(Coercion.ToTruth(value)) : Fails;
    }

    // Null where the run ends, since what it is given is of another kind than what is wanted.
    private static Value.Object? Inputs(WorkflowForecast called, Job.Call job, EvaluationContext run)
    {
        var given = (job.With as Setting<IReadOnlyList<NamedSetting>>.Written)?.Value ?? [];
        var inputs = new List<KeyValuePair<string, Value>>();
        foreach (var input in called.Workflow.Triggers.OfType<Trigger.Call>().Single().Inputs)
        {
            var with = given.FirstOrDefault(one => one.Name.Text == input.Name.Text);
            var value = with is null ? Default(input) : OfKind(input, Given(with.Value, run));
            if (value is null)
                return null;
            inputs.Add(new(input.Name.Text, value));
        }

        return new Value.Object(new Properties(inputs));
    }

    private static Value? Given(Setting<string> with, EvaluationContext run) =>
        with is Setting<string>.Computed { Text: var text } ? Of(text, run) : MadeMatrix.ValueOf(with.Node);

    private static Value Default(Input input) =>
        input.Type!.Text switch
        {
            "boolean" => Value.Of(truth: false),
            "number" => Value.Of(0),
            _ => Value.Of(((input.Default as Setting<Workflows.Yaml.YamlScalar>.Written)?.Value.Text) ?? ""),
        };

    private static Value? OfKind(Input input, Value? value) =>
        (input.Type!.Text, value) switch
        {
            ("boolean", Value.Boolean) or ("number", Value.Number) => value,
            ("string", { IsPrimitive: true }) => Value.Of(Coercion.ToText(value)),
            _ => null,
        };

    private static Value? Of(ExpressionText text, EvaluationContext run) =>
        (text.Evaluate(run) as Evaluation.Evaluated)?.Value;

    private void Same<T>(Possibilities<T> foretold, MadeContexts known, string made)
    {
        if (foretold is Possibilities<T>.CantSay)
            return;
        compared++;
        Foretold.Same(foretold, known.Symbols, made);
    }

    private static string Shown(bool truth) => truth ? "true" : "false";
}
