using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Forecasts;

/// <summary>
/// What lies in <c>inputs</c> of a called workflow: what the calling job gives, evaluated where it stands, else the
/// default: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_callinputs
/// </summary>
/// <param name="job">The job that calls.</param>
/// <param name="call">What the called workflow declares.</param>
/// <param name="caller">What is known where the job stands.</param>
internal sealed class CalledInputs(Job.Call job, Trigger.Call call, IPartialContexts caller) : ISymbolParts
{
    public static PartialValue Of(
        Job.Call job,
        Trigger.Call call,
        (IPartialContexts Caller, OccasionContexts Within) known
    ) =>
        new PartialValue.OfSymbol(
            new Symbol(
                [known.Within.Own("inputs")],
                SymbolHolding.Anything,
                new SymbolOrigin.Unknown("the inputs of a called workflow are known one by one, not as a whole"),
                new CalledInputs(job, call, known.Caller)
            )
        );

    public PartialValue Find(Symbol symbol, string key, Decisions decisions)
    {
        var input = call.Inputs.FirstOrDefault(one => Same(one.Name, key));
        if (input is null)
            return PartialValue.Null;
        if (job.With is Setting<IReadOnlyList<NamedSetting>>.Computed)
            throw new UntellableException("an expression decides which inputs the called workflow gets");
        var with = job.With is Setting<IReadOnlyList<NamedSetting>>.Written { Value: var given }
            ? given.FirstOrDefault(one => Same(one.Name, key))
            : null;
        return with is null ? Default(input, decisions) : OfType(input, Given(with.Value, decisions));
    }

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);

    private PartialValue Given(Setting<string> setting, Decisions decisions) =>
        setting is Setting<string>.Computed { Text: var text }
            ? PartialEvaluation.Value(text, new PartialEvaluator(caller, decisions))
            : new PartialValue.Known(NodeValue.Of(setting.Node));

    private PartialValue Default(Input input, Decisions decisions) =>
        input.Default switch
        {
            Setting<YamlScalar>.Computed computed => OfType(
                input,
                PartialEvaluation.Value(computed.Text, new PartialEvaluator(caller, decisions))
            ),
            Setting<YamlScalar>.Written { Value: var scalar } => OfType(
                input,
                new PartialValue.Known(NodeValue.Of(scalar))
            ),
            _ => new PartialValue.Known(
                input.Type?.AsText() switch
                {
                    "boolean" => Value.Of(truth: false),
                    "number" => Value.Of(0),
                    _ => Value.Of(""),
                }
            ),
        };

    // A text takes any single value as text; the others take only their own kind, and the run fails on what is none.
    private static PartialValue OfType(Input input, PartialValue value) =>
        input.Type?.AsText() switch
        {
            "boolean" => Kinds.Truth(value),
            "number" => Kinds.Number(value),
            "string" => Kinds.Text(value),
            _ => value,
        };

    private static bool Same(YamlScalar name, string key) =>
        string.Equals(name.AsText(), key, StringComparison.OrdinalIgnoreCase);
}
