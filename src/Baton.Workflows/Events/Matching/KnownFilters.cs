using Baton.Workflows.Events.Filters;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Events.Matching;

/// <summary>The filters of a trigger that its event has; GitHub passes over others.</summary>
internal sealed record KnownFilters(Trigger.Event Trigger, KnownEvent Known)
{
    /// <summary>Whether the trigger has one of a name, or the one that leaves out.</summary>
    public bool Has(string name) => Either(name) is not null;

    /// <summary>Why GitHub refuses what is written of a name, or null.</summary>
    public TriggerMatch? Refusal(string name) =>
        Written(name) is not null && Written(name + "-ignore") is not null
            ? new TriggerMatch.DoesNotStart($"GitHub refuses a trigger with both {name} and {name}-ignore")
        : Either(name) is { } written && NameFilter.Of(written) is null
            ? new TriggerMatch.DoesNotStart($"GitHub refuses a pattern of {written.Name.Text}, and with it the file")
        : null;

    /// <summary>
    /// What a filter says to names of which one has to get through; null where it lets them, or isn't there.
    /// </summary>
    public TriggerMatch? Check(string name, IReadOnlyList<string> names, string what)
    {
        if (Refusal(name) is { } refusal)
            return refusal;
        if (Either(name) is not { } written)
            return null;
        var filter = NameFilter.Of(written)!;
        if (filter.IsUndefined)
            return new TriggerMatch.CantSay($"GitHub doesn't say what '!' means in {filter.Name}");
        return names.Any(filter.Passes)
            ? null
            : new TriggerMatch.DoesNotStart($"{written.Name.Text} leaves out {what}");
    }

    private EventFilter? Either(string name) => Written(name) ?? Written(name + "-ignore");

    private EventFilter? Written(string name) => Known.Filters.Contains(name) ? Trigger.Filter(name) : null;
}
