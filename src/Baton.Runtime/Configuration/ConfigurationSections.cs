using static Baton.Runtime.Configuration.ConfigurationLimits;

namespace Baton.Runtime.Configuration;

/// <summary>All keys of <c>baton.yml</c> but those of pushes.</summary>
internal static class ConfigurationSections
{
    public static readonly ConfigurationSection<DefaultSettings> Defaults = new(
        new("max-wait", (s, v) => s with { MaxWait = v.Span(TimeSpan.Zero, LongestWait) }),
        new("lease", (s, v) => s with { Lease = v.Span(ShortestLease, LongestLease) }),
        new("priority", (s, v) => s with { Priority = v.Whole(0, HighestPriority) }),
        new("aging", (s, v) => s with { Aging = v.Span(TimeSpan.FromSeconds(1), LongestWait) })
    );

    public static readonly ConfigurationSection<GroupSettings> Group = new(
        new("policy", (s, v) => s with { Policy = v.Word(Choices.Policy) }),
        new("order", (s, v) => s with { Order = v.Word(Choices.Order) }),
        new("capacity", (s, v) => s with { Capacity = v.Whole(1, MostUnits) }),
        new("max-pending", (s, v) => s with { MaxPending = v.Whole(0, MostUnits) }),
        new("overflow", (s, v) => s with { Overflow = v.Word(Choices.Overflow) }),
        new("debounce", (s, v) => s with { Debounce = v.Span(TimeSpan.Zero, LongestWait) }),
        new("grace", (s, v) => s with { Grace = v.Span(TimeSpan.Zero, LongestWait) }),
        new("lock-delay", (s, v) => s with { LockDelay = v.Span(TimeSpan.Zero, LongestWait) }),
        new("fence", (s, v) => s with { Fence = v.Text("a git remote: a name, a URL or a path") }),
        new("rate", (s, v) => s with { Rate = ReadRate(v) }),
        new("preempted", (s, v) => s with { Preempted = v.Word(Choices.Preempted) })
    );

    public static readonly ConfigurationSection<WorkflowSettings> Workflow = new(
        new("priority", (s, v) => s with { Priority = v.Whole(0, HighestPriority) }),
        new("max-wait", (s, v) => s with { MaxWait = v.Span(TimeSpan.Zero, LongestWait) })
    );

    public static readonly ConfigurationSection<KeySettings> Key = new(
        new("window", (s, v) => s with { Window = v.Span(TimeSpan.Zero, Durations.Longest) }),
        new("on-failure", (s, v) => s with { OnFailure = v.Word(Choices.OnFailure) }),
        new("on-duplicate", (s, v) => s with { OnDuplicate = v.Word(Choices.OnDuplicate) })
    );

    public static readonly ConfigurationSection<AuditSettings> Audit = new(
        new("keep", (s, v) => s with { Keep = v.Span(TimeSpan.FromDays(1), Durations.Longest) }),
        new("price-per-minute", (s, v) => s with { PricePerMinute = v.Number(0, 1_000_000) }),
        new("price-per-launch", (s, v) => s with { PricePerLaunch = v.Number(0, 1_000_000) })
    );

    public static readonly ConfigurationSection<BatonConfiguration> Root = new(
        new("scope", (s, v) => s with { Scope = ReadScope(v) }),
        new("store", (s, v) => s with { Store = ReadStore(v) }),
        new("mode", (s, v) => s with { Mode = v.Word(Choices.Mode) }),
        new("on-unavailable", (s, v) => s with { OnUnavailable = v.Word(Choices.OnUnavailable) }),
        new("defaults", (s, v) => s with { Defaults = Defaults.Read(v, new()) }, Defaults.Paths(".")),
        new("groups", (s, v) => s with { Groups = PatternTable.Read(v, Group, new()) }, Group.Paths(".*.")),
        new("workflows", (s, v) => s with { Workflows = PatternTable.Read(v, Workflow, new()) }, Workflow.Paths(".*.")),
        new("keys", (s, v) => s with { Keys = PatternTable.Read(v, Key, new()) }, Key.Paths(".*.")),
        new("push", (s, v) => s with { Push = PushSections.Push.Read(v, new()) }, PushSections.Push.Paths(".")),
        new("audit", (s, v) => s with { Audit = Audit.Read(v, new()) }, Audit.Paths("."))
    );

    private static Rate? ReadRate(ConfigurationValue value)
    {
        switch (value.Text(Rate.Expected) is { } text ? Rate.Parse(text) : null)
        {
            case RateReading.Read read:
                return read.Value;
            case RateReading.Malformed malformed:
                value.Add(malformed.Message);
                return null;
            default:
                return null;
        }
    }

    private static string? ReadScope(ConfigurationValue value)
    {
        if (value.Text("a scope's name, like owner/name") is not { } text)
            return null;
        if (ScopeName.Problem(text) is { } problem)
            value.Add(problem);
        return ScopeName.Fold(text);
    }

    private static StoreAddress? ReadStore(ConfigurationValue value)
    {
        switch (value.Text(StoreAddress.Expected) is { } text ? StoreAddress.Parse(text) : null)
        {
            case StoreReading.Read read:
                return read.Value;
            case StoreReading.Malformed malformed:
                value.Add(malformed.Message);
                return null;
            default:
                return null;
        }
    }
}
