using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Triggers;

/// <summary>One event that starts a workflow.</summary>
public abstract record Trigger
{
    // Closed: every case is here.
    private Trigger(YamlScalar name, YamlNode node) => (Name, Node) = (name, node);

    /// <summary>The event's name.</summary>
    public YamlScalar Name { get; }

    /// <summary>What the file says about it, or its name alone.</summary>
    public YamlNode Node { get; }

    /// <summary>Something that happened, with filters.</summary>
    public sealed record Event(YamlScalar Name, YamlNode Node) : Trigger(Name, Node)
    {
        /// <summary>The activity types; empty: the event's default ones.</summary>
        public IReadOnlyList<YamlScalar> Types { get; init; } = [];

        /// <summary>The filters, such as <c>branches</c>, in the order of the file.</summary>
        public IReadOnlyList<EventFilter> Filters { get; init; } = [];

        /// <summary>The filter of a name, or null.</summary>
        public EventFilter? Filter(string name) => Filters.FirstOrDefault(filter => filter.Name.Text == name);
    }

    /// <summary>Times.</summary>
    public sealed record Schedule(YamlScalar Name, YamlNode Node, IReadOnlyList<ScheduledTime> Times)
        : Trigger(Name, Node);

    /// <summary>A job of another workflow.</summary>
    public sealed record Call(YamlScalar Name, YamlNode Node) : Trigger(Name, Node)
    {
        /// <summary>The inputs.</summary>
        public IReadOnlyList<Input> Inputs { get; init; } = [];

        /// <summary>The secrets.</summary>
        public IReadOnlyList<CallSecret> Secrets { get; init; } = [];

        /// <summary>The outputs.</summary>
        public IReadOnlyList<NamedSetting> Outputs { get; init; } = [];
    }

    /// <summary>Somebody, by hand or through the interface for programs.</summary>
    public sealed record Dispatch(YamlScalar Name, YamlNode Node, IReadOnlyList<Input> Inputs) : Trigger(Name, Node);
}
