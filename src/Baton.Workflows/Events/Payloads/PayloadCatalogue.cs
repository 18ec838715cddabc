using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Events.Payloads;

/// <summary>
/// Which fields <c>github.event</c> has, per event and activity. A field that isn't there is null in an expression, and
/// <c>group-${{ github.event.issue.number }}</c> then is one group for all: that is why somebody wants to know before.
/// </summary>
public static class PayloadCatalogue
{
    /// <summary>The events of which something is known.</summary>
    public static IReadOnlyCollection<string> Events => PayloadTable.Shared.Events;

    /// <summary>The activities of an event of which something is known; none where it has no activities.</summary>
    public static IReadOnlyList<string> Activities(string name) =>
        PayloadTable.Shared.Of(Payload(name)) is { } known
            ? [.. known.Keys.Where(activity => activity != PayloadTable.NoActivity)]
            : [];

    /// <summary>The fields of an event's payload, or null where nobody says.</summary>
    /// <param name="name">The event.</param>
    /// <param name="activity">The activity; left out of account where the event has none.</param>
    public static PayloadShape? Shape(string name, string activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var known = PayloadTable.Shared.Of(Payload(name));
        return known?.GetValueOrDefault(PayloadTable.NoActivity) ?? known?.GetValueOrDefault(activity);
    }

    /// <summary>Whether the payloads of an event have a field.</summary>
    /// <param name="name">The event.</param>
    /// <param name="activities">The activities in question; none: all that are known.</param>
    /// <param name="path">
    /// The way to it from <c>github.event</c>: names, <c>*</c> for each item, numbers for a place in a list.
    /// </param>
    public static FieldPresence Find(string name, IReadOnlyList<string> activities, params IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(path);
        if (name == "workflow_call")
            return new FieldPresence.CantSay("a called workflow has the payload of the run that calls it");
        if (PayloadTable.Shared.Of(Payload(name)) is not { } known)
            return new FieldPresence.CantSay($"GitHub doesn't say what the payload of {name} holds");
        var wanted = known.ContainsKey(PayloadTable.NoActivity) || activities.Count == 0 ? [.. known.Keys] : activities;
        return wanted.FirstOrDefault(activity => !known.ContainsKey(activity)) is { } unknown
            ? new FieldPresence.CantSay($"GitHub doesn't say what the payload of {name} {unknown} holds")
            : wanted.Select(activity => Find(known[activity], path)).Aggregate(Either);
    }

    // A run of pull_request_target gets the payload of pull_request.
    private static string Payload(string name) => name == "pull_request_target" ? "pull_request" : name;

    private static FieldPresence Find(PayloadShape shape, IReadOnlyList<string> path)
    {
        FieldPresence found = new FieldPresence.Always(new PayloadType.Object(shape));
        for (var i = 0; i < path.Count; i++)
        {
            if (path[i] == "*")
                return found.Then(type => Each(type, [.. path.Skip(i + 1)]));
            var name = path[i];
            found = found.Then(type => Step(type, name));
        }

        return found;
    }

    /// <summary>What a value that is there has under a name, or at a place of a list.</summary>
    internal static FieldPresence Step(PayloadType type, string name) =>
        type switch
        {
            PayloadType.Object item => item.Shape.Find(name),
            PayloadType.Anything { Shape: { } shape } => Weaker(shape.Find(name)),
            PayloadType.Anything => new FieldPresence.Sometimes(type),
            PayloadType.List list when Lookup.IsPlace(name) => new FieldPresence.Sometimes(list.Item),
            _ => new FieldPresence.Never(),
        };

    // What * makes is a list, empty at worst, of what the rest of the way finds in each item.
    private static FieldPresence Each(PayloadType type, IReadOnlyList<string> rest) =>
        type switch
        {
            PayloadType.List list => new FieldPresence.Always(new PayloadType.List(Item(list.Item, rest))),
            PayloadType.Object or PayloadType.Anything => Weaker(
                new FieldPresence.Always(new PayloadType.List(new PayloadType.Anything())),
                type
            ),
            _ => new FieldPresence.Never(),
        };

    private static PayloadType Item(PayloadType item, IReadOnlyList<string> rest) =>
        item is PayloadType.Object each
            ? Find(each.Shape, rest) switch
            {
                FieldPresence.Always always => always.Type,
                FieldPresence.Sometimes sometimes => sometimes.Type,
                _ => new PayloadType.Anything(),
            }
            : new PayloadType.Anything();

    private static FieldPresence Weaker(FieldPresence found, PayloadType? of = null) =>
        found is FieldPresence.Always always && of is not PayloadType.Object
            ? new FieldPresence.Sometimes(always.Type)
            : found;

    private static FieldPresence Either(FieldPresence left, FieldPresence right) =>
        (left, right) switch
        {
            (FieldPresence.CantSay, _) => left,
            (_, FieldPresence.CantSay) => right,
            (FieldPresence.Never, FieldPresence.Never) => left,
            (FieldPresence.Always a, FieldPresence.Always b) => new FieldPresence.Always(Common(a.Type, b.Type)),
            _ => new FieldPresence.Sometimes(Common(TypeOf(left), TypeOf(right))),
        };

    private static PayloadType? TypeOf(FieldPresence presence) =>
        presence switch
        {
            FieldPresence.Always always => always.Type,
            FieldPresence.Sometimes sometimes => sometimes.Type,
            _ => null,
        };

    private static PayloadType Common(PayloadType? left, PayloadType? right) =>
        (left, right) switch
        {
            (null, { } only) => only,
            ({ } only, null) => only,
            (PayloadType.Text a, PayloadType.Text b) => new PayloadType.Text(a.CanBeEmpty || b.CanBeEmpty),
            (PayloadType.Number a, PayloadType.Number b) => new PayloadType.Number(a.CanBeZero || b.CanBeZero),
            (PayloadType.Truth, PayloadType.Truth) => left,
            (PayloadType.List a, PayloadType.List b) => new PayloadType.List(Common(a.Item, b.Item)),
            (PayloadType.Object a, PayloadType.Object b) when ReferenceEquals(a.Shape, b.Shape) => left,
            (PayloadType.Object, PayloadType.Object) => new PayloadType.Object(PayloadShape.Unknown),
            _ => new PayloadType.Anything(),
        };
}
