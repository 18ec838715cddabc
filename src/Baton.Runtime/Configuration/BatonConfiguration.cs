namespace Baton.Runtime.Configuration;

/// <summary>What a <c>baton.yml</c> says; null and empty where it says nothing.</summary>
public sealed record BatonConfiguration
{
    /// <summary>What a repository without a file says.</summary>
    public static readonly BatonConfiguration Empty = new();

    /// <summary>The scope's name, case folded.</summary>
    public string? Scope { get; init; }

    /// <summary>Where state is kept.</summary>
    public StoreAddress? Store { get; init; }

    /// <summary>Whether decisions bind.</summary>
    public Mode? Mode { get; init; }

    /// <summary>What happens when the store can't be reached.</summary>
    public OnUnavailable? OnUnavailable { get; init; }

    /// <summary>What holds for every run.</summary>
    public DefaultSettings Defaults { get; init; } = new();

    /// <summary>Groups, in the order of the file.</summary>
    public IReadOnlyList<Matching<GroupSettings>> Groups { get; init; } = [];

    /// <summary>Workflows by name, in the order of the file.</summary>
    public IReadOnlyList<Matching<WorkflowSettings>> Workflows { get; init; } = [];

    /// <summary>Keys, in the order of the file.</summary>
    public IReadOnlyList<Matching<KeySettings>> Keys { get; init; } = [];

    /// <summary>What holds for pushes.</summary>
    public PushSettings Push { get; init; } = new();

    /// <summary>What holds for the audit.</summary>
    public AuditSettings Audit { get; init; } = new();

    /// <summary>The settings of a group: those of the first pattern that means its name, else none.</summary>
    public GroupSettings Group(string name) => First(Groups, name) ?? new GroupSettings();

    /// <summary>The settings of a workflow: those of the first pattern that means its name, else none.</summary>
    public WorkflowSettings Workflow(string name) => First(Workflows, name) ?? new WorkflowSettings();

    /// <summary>The settings of a key: those of the first pattern that means its name, else none.</summary>
    public KeySettings Key(string name) => First(Keys, name) ?? new KeySettings();

    private static T? First<T>(IReadOnlyList<Matching<T>> patterns, string name)
        where T : class => patterns.FirstOrDefault(matching => matching.Pattern.Matches(name))?.Settings;
}
