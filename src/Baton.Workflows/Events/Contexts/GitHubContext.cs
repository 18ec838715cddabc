using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Events.Contexts;

/// <summary>
/// The <c>github</c> context of a run, as far as its event tells it:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context.
/// What a context has and an event doesn't tell is not left out, for an expression would take it for null: it is named
/// with the reason.
/// </summary>
/// <param name="Properties">What is known, <c>event</c> included.</param>
/// <param name="Unknown">What a run has beside that, and why it isn't known, by name.</param>
public sealed record GitHubContext(Properties Properties, IReadOnlyDictionary<string, string> Unknown)
{
    private const string OfRun = "the run isn't there yet";
    private const string OfRunner = "only a runner knows it";

    private static readonly (string Name, string Why)[] NeverTold =
    [
        ("run_id", OfRun),
        ("run_number", OfRun),
        ("run_attempt", OfRun),
        ("retention_days", OfRun),
        ("secret_source", OfRun),
        ("token", OfRun),
        ("ref_protected", "the payload doesn't say whether the ref is protected"),
        ("workflow", "it depends on the workflow file"),
        ("workflow_ref", "it depends on the workflow file"),
        ("workflow_sha", "it depends on the workflow file"),
        ("job", OfRunner),
        ("action", OfRunner),
        ("action_path", OfRunner),
        ("action_ref", OfRunner),
        ("action_repository", OfRunner),
        ("action_status", OfRunner),
        ("env", OfRunner),
        ("event_path", OfRunner),
        ("path", OfRunner),
        ("workspace", OfRunner),
    ];

    /// <summary>Whether a part of the context is there for steps alone, as <c>github.job</c> is.</summary>
    internal static bool IsOfTheRunner(string name) =>
        NeverTold.Any(told =>
            told.Why == OfRunner && string.Equals(told.Name, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The context of a run that an event starts.</summary>
    /// <param name="instance">The event.</param>
    /// <param name="given">What somebody knows beside it, by name; it wins.</param>
    public static GitHubContext Of(EventInstance instance, IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(given);
        var facts = NeverTold
            .Select(told => (told.Name, Fact: (Fact)new Fact.Unknown(told.Why)))
            .Concat(RunFacts.Of(instance, given))
            .Where(fact => !given.ContainsKey(fact.Name))
            .ToList();
        var known = facts
            .Where(fact => fact.Fact is Fact.Known)
            .Select(fact => new KeyValuePair<string, Value>(fact.Name, Value.Of(((Fact.Known)fact.Fact).Text)))
            .Concat(given.Select(pair => new KeyValuePair<string, Value>(pair.Key, Value.Of(pair.Value))))
            .Append(new("event_name", Value.Of(instance.Name)))
            .Append(new("event", ActionsPayload.Of(instance)));
        return new GitHubContext(
            new Properties([.. known]),
            facts
                .Where(fact => fact.Fact is Fact.Unknown)
                .ToDictionary(
                    fact => fact.Name,
                    fact => ((Fact.Unknown)fact.Fact).Why,
                    StringComparer.OrdinalIgnoreCase
                )
        );
    }
}
