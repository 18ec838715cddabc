using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Forecasts;

/// <summary>What is known of the contexts at a place of a workflow when an occasion starts it.</summary>
internal sealed class OccasionContexts : IPartialContexts
{
    // Far more than files have that somebody wrote, and done in about a second.
    private const int MostWays = 10_000;
    private const int MostCalled = 1_000;

    private readonly Dictionary<string, PartialValue> contexts;
    private readonly string place;

    private OccasionContexts(
        Dictionary<string, PartialValue> contexts,
        string place,
        (Budget Ways, Budget Called) most
    ) => (this.contexts, this.place, Ways, Called) = (contexts, place, most.Ways, most.Called);

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
        };
        AddOfJobs(contexts, "");
        foreach (var (name, value) in given)
            contexts[name] = new PartialValue.Known(value);
        return new OccasionContexts(contexts, "", (new Budget(MostWays), new Budget(MostCalled)));
    }

    /// <summary>The same with another value of a context.</summary>
    public OccasionContexts With(string name, PartialValue value) =>
        new(
            new Dictionary<string, PartialValue>(contexts, contexts.Comparer) { [name] = value },
            place,
            (Ways, Called)
        );

    /// <summary>What is known inside of the workflow that a job calls, but for its inputs.</summary>
    public OccasionContexts Within(Job.Call job)
    {
        var inside = new Dictionary<string, PartialValue>(contexts, contexts.Comparer);
        var below = $"{place}{job.Id.Text}/";
        AddOfJobs(inside, below);
        return new OccasionContexts(inside, below, (Ways, Called));
    }

    /// <summary>
    /// How the values of a context are called that a called workflow has of its own under the same name: its
    /// <c>matrix.os</c> is another one than that of its caller, which may have come in with an input.
    /// </summary>
    public string Own(string context) => place + context;

    public PartialValue Find(string name, Decisions decisions) =>
        contexts.GetValueOrDefault(name)
        ?? UnknownParts.Value($"what {name} holds is known only while the job runs", name);

    private static void AddOfJobs(Dictionary<string, PartialValue> contexts, string place)
    {
        contexts["needs"] = Unknown("needs", "what the jobs before it give");
        contexts["matrix"] = Unknown("matrix", "the matrix");
        contexts["strategy"] = Unknown("strategy", "the strategy");

        PartialValue Unknown(string name, string what) =>
            UnknownParts.Value($"{what} is known only in the run", place + name);
    }

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
