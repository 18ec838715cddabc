using Baton.Workflows.Events.Contexts;
using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in <c>github</c> beside the payload: ref, actor, repository, the run's own numbers.</summary>
/// <param name="occasion">What starts the run.</param>
/// <param name="shape">The fields of its payload.</param>
internal sealed class RunFactParts(Occasion occasion, PayloadShape shape)
{
    private const string Merged = "pull_request.merged";
    private const string RefType = "ref_type";

    private static readonly string[] OfRef = ["ref", "ref_name", "ref_type", "sha"];

    // In a first run it is who did it; in one that somebody starts again it is that one.
    private const string ChangesWhenRerun = "triggering_actor";

    private readonly Dictionary<string, GitHubContext> contexts = [];

    /// <summary>A fact by name; null in an expression where GitHub has none of that name.</summary>
    public PartialValue Find(string name, Decisions decisions)
    {
        var isOfRef = OfRef.Contains(name, StringComparer.OrdinalIgnoreCase);
        if ((isOfRef && IsOfThePush) || string.Equals(name, ChangesWhenRerun, StringComparison.OrdinalIgnoreCase))
            return Fact(name);
        var context = Context(isOfRef ? Decided(decisions) : []);
        if (context.Properties.Find(name) is Value.Text { Content: var text })
            return Pieces(text, decisions);
        return !context.Unknown.TryGetValue(name, out var why) ? PartialValue.Null
            : IsOfTheRunner(name) ? UnknownParts.Value(why, "github", name)
            : Fact(name);
    }

    // Whether a branch or a tag was pushed, and whether it was deleted, changes all of these at once: they stay whole.
    private bool IsOfThePush =>
        RunOrigins.Of(occasion.Event) is RunOrigin.PushedRef or RunOrigin.ChosenRef or RunOrigin.MergeGroup;

    private static bool IsOfTheRunner(string name) => GitHubContext.IsOfTheRunner(name);

    private PartialValue.OfSymbol Fact(string name) =>
        new(new Symbol(["github", name], Holding(name), new SymbolOrigin.Run()));

    private SymbolHolding Holding(string name) =>
        name.ToLowerInvariant() switch
        {
            "ref" or "ref_name" or "ref_type" when RunOrigins.Of(occasion.Event) == RunOrigin.Deployment =>
                SymbolHolding.Text,
            "ref_protected" => SymbolHolding.Anything,
            _ => SymbolHolding.FilledText,
        };

    // What the ref hangs on is asked first, and stands in the payload then.
    private Dictionary<string, Value> Decided(Decisions decisions)
    {
        var origin = RunOrigins.Of(occasion.Event);
        if (origin == RunOrigin.MergeBranch && !OpenPullRequests.Have(occasion.Activity))
            return
                Look("pull_request", decisions) is { } found
                && Parts(found)?.Find(found.Symbol, "merged", decisions)
                    is PartialValue.Known { Value: Value.Boolean merged }
                ? new() { [Merged] = merged }
                : [];
        if (origin != RunOrigin.CreatedRef || Look(RefType, decisions) is not { } type)
            return [];
        var isBranch = new Atom.Compares(ComparisonOperator.Equal, type, new PartialValue.Known(Value.Of("branch")));
        return new() { [RefType] = Value.Of(decisions.Decide(isBranch) ? "branch" : "tag") };
    }

    private PartialValue.OfSymbol? Look(string way, Decisions decisions) =>
        way.Split('.')
            .Aggregate(
                Payload(decisions),
                (PartialValue? target, string name) =>
                    target is PartialValue.OfSymbol symbol ? Parts(symbol)?.Find(symbol.Symbol, name, decisions) : null
            ) as PartialValue.OfSymbol;

    private PartialValue Payload(Decisions decisions) =>
        PayloadParts.Value(["github", "event"], new PayloadType.Object(shape), decisions);

    private static ISymbolParts? Parts(PartialValue.OfSymbol value) => value.Symbol.Parts;

    private GitHubContext Context(Dictionary<string, Value> decided)
    {
        var key = string.Join(' ', decided.Select(pair => $"{pair.Key}={Coercion.ToText(pair.Value)}"));
        if (contexts.TryGetValue(key, out var known))
            return known;
        var marked = MarkedPayload.Of(occasion.Event, shape, decided);
        return contexts[key] = GitHubContext.Of(marked, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private PartialValue Pieces(string text, Decisions decisions) =>
        PartialText.Of(
            MarkedPayload
                .Pieces(text)
                .SelectMany(piece =>
                    piece.IsWay && Look(piece.Text, decisions) is { } value
                        ? PartialText.PiecesOf(value)
                        : [new TextPiece.Literal(piece.Text)]
                )
        );
}
