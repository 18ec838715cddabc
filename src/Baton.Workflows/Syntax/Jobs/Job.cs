using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Syntax.Steps;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>A job of a workflow.</summary>
public abstract record Job
{
    // Closed: every case is here.
    private Job(YamlScalar id, YamlMapping node) => (Id, Node) = (id, node);

    /// <summary>Its key; ids compare without case.</summary>
    public YamlScalar Id { get; }

    /// <summary>All that stands below the key.</summary>
    public YamlMapping Node { get; }

    /// <summary>The name that people see; the id where there is none.</summary>
    public Setting<string>? Name { get; init; }

    /// <summary>The ids of the jobs that come before it.</summary>
    public IReadOnlyList<YamlScalar> Needs { get; init; } = [];

    /// <summary>When it runs; if those before it succeeded, where there is none.</summary>
    public Condition? If { get; init; }

    /// <summary>In how many forms it runs.</summary>
    public Setting<Strategy>? Strategy { get; init; }

    /// <summary>What its token may do.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>The group that it takes.</summary>
    public Concurrency? Concurrency { get; init; }

    /// <summary>A job of steps that run on one machine.</summary>
    public sealed record Normal(YamlScalar Id, YamlMapping Node) : Job(Id, Node)
    {
        /// <summary>The machine.</summary>
        public RunsOn? RunsOn { get; init; }

        /// <summary>After how many minutes it is ended; 360 where it isn't said.</summary>
        public Setting<double>? TimeoutMinutes { get; init; }

        /// <summary>How many minutes it gets to end when it is cancelled.</summary>
        public Setting<double>? CancelTimeoutMinutes { get; init; }

        /// <summary>Whether the workflow succeeds without it.</summary>
        public Setting<bool>? ContinueOnError { get; init; }

        /// <summary>The container of its steps.</summary>
        public Setting<Container>? Container { get; init; }

        /// <summary>The containers beside it.</summary>
        public Setting<IReadOnlyList<Service>>? Services { get; init; }

        /// <summary>The variables of its steps.</summary>
        public Setting<IReadOnlyList<NamedSetting>>? Environment { get; init; }

        /// <summary>Where it deploys to.</summary>
        public Setting<DeploymentTarget>? DeploysTo { get; init; }

        /// <summary>What it hands on.</summary>
        public IReadOnlyList<NamedSetting> Outputs { get; init; } = [];

        /// <summary>The shell and the folder of its steps.</summary>
        public Defaults? Defaults { get; init; }

        /// <summary>Its steps.</summary>
        public IReadOnlyList<Step> Steps { get; init; } = [];

        /// <summary>The image that is made of its machine.</summary>
        public Setting<Snapshot>? Snapshot { get; init; }
    }

    /// <summary>A job that is the jobs of another workflow.</summary>
    public sealed record Call(YamlScalar Id, YamlMapping Node) : Job(Id, Node)
    {
        /// <summary>The workflow's file: <c>./.github/workflows/x.yml</c> or <c>owner/name/.github/workflows/x.yml@ref</c>.</summary>
        public YamlScalar? Uses { get; init; }

        /// <summary>The inputs that it is given.</summary>
        public Setting<IReadOnlyList<NamedSetting>>? With { get; init; }

        /// <summary>The secrets that it is given by name.</summary>
        public IReadOnlyList<NamedSetting> Secrets { get; init; } = [];

        /// <summary>Whether it is given all secrets of the caller.</summary>
        public bool InheritsSecrets { get; init; }
    }
}
