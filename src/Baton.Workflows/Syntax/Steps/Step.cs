using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Steps;

/// <summary>A step of a job or of an action.</summary>
public abstract record Step
{
    private Step(YamlMapping node) => Node = node; // closed: every case is here

    /// <summary>All of it.</summary>
    public YamlMapping Node { get; }

    /// <summary>Its id.</summary>
    public YamlScalar? Id { get; init; }

    /// <summary>The name that people see.</summary>
    public Setting<string>? Name { get; init; }

    /// <summary>Whether the job goes on when it fails.</summary>
    public Setting<bool>? ContinueOnError { get; init; }

    /// <summary>When it runs; if those before it succeeded, where there is none.</summary>
    public Condition? If { get; init; }

    /// <summary>After how many minutes it is ended.</summary>
    public Setting<double>? TimeoutMinutes { get; init; }

    /// <summary>Its variables.</summary>
    public Setting<IReadOnlyList<NamedSetting>>? Environment { get; init; }

    /// <summary>Whether the next step starts while it runs.</summary>
    public bool IsBackground { get; init; }

    /// <summary>A step that runs a command.</summary>
    public sealed record Run(YamlMapping Node, Setting<string> Command) : Step(Node)
    {
        /// <summary>Its folder.</summary>
        public Setting<string>? WorkingDirectory { get; init; }

        /// <summary>Its shell.</summary>
        public Setting<string>? Shell { get; init; }
    }

    /// <summary>A step that uses an action.</summary>
    public sealed record Uses(YamlMapping Node, YamlScalar Action) : Step(Node)
    {
        /// <summary>The inputs that it is given.</summary>
        public Setting<IReadOnlyList<NamedSetting>>? With { get; init; }
    }

    /// <summary>A step that waits for background steps.</summary>
    public sealed record Wait(YamlMapping Node, IReadOnlyList<YamlScalar> Ids) : Step(Node);

    /// <summary>A step that waits for all background steps.</summary>
    public sealed record WaitAll(YamlMapping Node, bool IsOn) : Step(Node);

    /// <summary>A step that cancels a background step.</summary>
    public sealed record Cancel(YamlMapping Node, YamlScalar Target) : Step(Node);

    /// <summary>Steps that run beside each other.</summary>
    public sealed record Parallel(YamlMapping Node, IReadOnlyList<Step> Steps) : Step(Node);
}
