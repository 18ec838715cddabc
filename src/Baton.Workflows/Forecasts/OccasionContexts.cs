using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Forecasts;

/// <summary>What is known of the contexts at a place of a workflow when an occasion starts it.</summary>
internal sealed class OccasionContexts : IPartialContexts
{
    // Far more than files have that somebody wrote, and done in about a second.
    private const int MostWays = 10_000;
    private const int MostCalled = 1_000;

    private readonly Dictionary<string, PartialValue> contexts;

    private OccasionContexts(Dictionary<string, PartialValue> contexts, Budget ways, Budget called) =>
        (this.contexts, Ways, Called) = (contexts, ways, called);

    /// <inheritdoc/>
    public Budget Ways { get; }

    /// <summary>How many called workflows may still be looked into.</summary>
    public Budget Called { get; }

    /// <summary>The contexts of a workflow that is started.</summary>
    /// <param name="started">The workflow.</param>
    /// <param name="occasion">What starts it.</param>
    /// <param name="given">Contexts that somebody knows, by name; they win.</param>
    public static OccasionContexts Of(Workflow started, Occasion occasion, Properties given)
    {
        var contexts = new Dictionary<string, PartialValue>(StringComparer.OrdinalIgnoreCase)
        {
            ["github"] = GitHubParts.Of(occasion, started),
            ["inputs"] = Inputs(occasion.Trigger),
            ["vars"] = UnknownParts.Value("the variables of the repository are not known", "vars"),
            ["secrets"] = UnknownParts.Value("secrets are not known", "secrets"),
            ["needs"] = UnknownParts.Value("what the jobs before it give is known only in the run", "needs"),
            ["matrix"] = UnknownParts.Value("the matrix is known only in the run", "matrix"),
            ["strategy"] = UnknownParts.Value("the strategy is known only in the run", "strategy"),
        };
        foreach (var (name, value) in given)
            contexts[name] = new PartialValue.Known(value);
        return new OccasionContexts(contexts, new Budget(MostWays), new Budget(MostCalled));
    }

    /// <summary>The same with another value of a context.</summary>
    public OccasionContexts With(string name, PartialValue value) =>
        new(new Dictionary<string, PartialValue>(contexts, contexts.Comparer) { [name] = value }, Ways, Called);

    public PartialValue Find(string name, Decisions decisions) =>
        contexts.GetValueOrDefault(name)
        ?? UnknownParts.Value($"what {name} holds is known only while the job runs", name);

    private static PartialValue Inputs(Trigger trigger) =>
        trigger switch
        {
            Trigger.Dispatch dispatch => new PartialValue.OfSymbol(
                new Symbol(["inputs"], SymbolHolding.Object, new SymbolOrigin.Given(), new InputParts(dispatch.Inputs))
            ),
            Trigger.Call => UnknownParts.Value("the calling job gives the inputs", "inputs"),
            _ => AbsentParts.Of("inputs"),
        };
}
