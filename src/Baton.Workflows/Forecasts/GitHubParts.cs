using Baton.Workflows.Events.Matching;
using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in <c>github</c> when an occasion starts a workflow.</summary>
internal sealed class GitHubParts : ISymbolParts
{
    private const string Folder = ".github/workflows/";
    private static readonly string[] Way = ["github"];

    // They are there, though the page of the contexts doesn't have them:
    // https://github.com/actions/languageservices/blob/main/languageservice/src/context-providers/github.ts
    private static readonly string[] Undocumented =
    [
        "repository_visibility",
        "artifact_cache_size_limit",
        "output",
        "state",
        "step_summary",
    ];

    private readonly Occasion occasion;
    private readonly string workflow;
    private readonly PayloadShape? shape;
    private readonly RunFactParts facts;
    private readonly EventParts payload;

    private GitHubParts(Occasion occasion, Workflow started)
    {
        this.occasion = occasion;
        workflow = NameOf(started);
        var activity = IsOpen(occasion) ? null : occasion.Activity ?? OnlyActivity(occasion.Event);
        shape = PayloadCatalogue.Shape(occasion.Event, activity ?? "");
        facts = new RunFactParts(occasion, shape ?? PayloadShape.Unknown);
        payload = new EventParts(activity, shape ?? PayloadShape.Unknown);
    }

    /// <summary>The context.</summary>
    /// <param name="occasion">What starts the run.</param>
    /// <param name="started">The workflow that it starts; those that it calls have the name of this one.</param>
    public static PartialValue Of(Occasion occasion, Workflow started) =>
        occasion.Trigger is Syntax.Triggers.Trigger.Call
            ? UnknownParts.Value("a called workflow has the github context of the run that calls it", Way)
            : new PartialValue.OfSymbol(
                new Symbol(Way, SymbolHolding.Object, new SymbolOrigin.Run(), new GitHubParts(occasion, started))
            );

    public PartialValue Find(Symbol symbol, string key, Decisions decisions) =>
        key.ToLowerInvariant() switch
        {
            "event_name" => Known(occasion.Event),
            "workflow" => Known(workflow),
            "event" => Event(),
            var name when Undocumented.Contains(name, StringComparer.Ordinal) => UnknownParts.Value(
                $"nobody says what github.{name} holds",
                "github",
                name
            ),
            var name => facts.Find(name, decisions),
        };

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);

    // https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context
    private static string NameOf(Workflow workflow)
    {
        if (workflow.Name is { } name && name.AsText().Length > 0)
            return name.AsText();
        var file = workflow.File.Replace('\\', '/');
        var at = file.LastIndexOf(Folder, StringComparison.Ordinal);
        return at >= 0 ? file[at..] : Folder + file[(file.LastIndexOf('/') + 1)..];
    }

    // A type that the file makes up may be a pattern, and then the activity is any that fits.
    private static bool IsOpen(Occasion occasion) =>
        occasion.Activity is { } activity
        && ActivityMatch.MayBePattern(activity)
        && KnownEvent.Find(occasion.Event) is { HasFreeTypes: true };

    private static string? OnlyActivity(string name) => PayloadCatalogue.Activities(name) is [var only] ? only : null;

    private PartialValue Event() =>
        shape is null
            ? UnknownParts.Value($"GitHub doesn't say what the payload of {occasion} holds", "github", "event")
            : new PartialValue.OfSymbol(
                new Symbol(["github", "event"], SymbolHolding.Object, new SymbolOrigin.Event(), payload)
            );

    private static PartialValue.Known Known(string text) => new(Value.Of(text));
}
