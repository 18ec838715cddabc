using Baton.Workflows.Events.Contexts;
using Baton.Workflows.Events.Filters;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Events;

/// <summary>One thing that happened: an event, with what GitHub tells of it.</summary>
/// <param name="Name">The event's name, such as <c>issues</c>.</param>
/// <param name="Payload">Its payload, as a webhook delivers it or a run has it in <c>github.event</c>.</param>
public sealed record EventInstance(string Name, Value.Object Payload)
{
    /// <summary>
    /// Its activity, such as <c>opened</c>; null where the event has none, or where the payload doesn't say.
    /// </summary>
    public string? Activity =>
        KnownEvent.Find(Name) is { Types.Count: 0, HasFreeTypes: false } ? null : Fields.Text("action");

    /// <summary>The files that a push or a pull request changes; a payload doesn't tell them.</summary>
    public ChangedPaths Changes { get; init; } = new ChangedPaths.Unknown();

    internal PayloadReader Fields => new(Payload);
}
