using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Forecasts;

/// <summary>One kind of thing that starts a workflow: an event with one of its activities.</summary>
/// <param name="Trigger">The trigger of the workflow that lets it through.</param>
/// <param name="Activity">The activity; null where the event has none, or where nobody knows its name.</param>
public sealed record Occasion(Trigger Trigger, string? Activity)
{
    /// <summary>The event's name.</summary>
    public string Event => Trigger.Name.Text;

    /// <summary>Everything that starts a workflow, in the order of its triggers and of their activities.</summary>
    public static IReadOnlyList<Occasion> Of(Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return [.. workflow.Triggers.SelectMany(Of)];
    }

    /// <inheritdoc/>
    public override string ToString() => Activity is null ? Event : $"{Event} {Activity}";

    private static IEnumerable<Occasion> Of(Trigger trigger)
    {
        var known = KnownEvent.Find(trigger.Name.Text);
        IReadOnlyList<string> types = trigger is Trigger.Event { Types: { Count: > 0 } named }
            ? [.. named.Select(type => type.AsText())]
            : known?.DefaultTypes ?? [];
        return types.Count == 0
            ? [new Occasion(trigger, null)]
            : types.Distinct(StringComparer.OrdinalIgnoreCase).Select(type => new Occasion(trigger, type));
    }
}
