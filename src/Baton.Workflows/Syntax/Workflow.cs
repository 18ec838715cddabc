using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>
/// A workflow file, understood: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax.
/// What the file leaves out is null or empty; nothing is filled in. Every part knows its node, and with it its place.
/// </summary>
/// <param name="File">The file's name.</param>
/// <param name="Node">The whole of it.</param>
public sealed record Workflow(string File, YamlMapping Node)
{
    /// <summary>The name; GitHub shows the file's path where there is none.</summary>
    public YamlScalar? Name { get; init; }

    /// <summary>A sentence about it.</summary>
    public YamlScalar? Description { get; init; }

    /// <summary>What its runs are called.</summary>
    public Setting<string>? RunName { get; init; }

    /// <summary>What starts it.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>What the tokens of its jobs may do where a job doesn't say.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>The variables of all its steps.</summary>
    public Setting<IReadOnlyList<NamedSetting>>? Environment { get; init; }

    /// <summary>The shell and the folder of its steps.</summary>
    public Defaults? Defaults { get; init; }

    /// <summary>The group of its runs.</summary>
    public Concurrency? Concurrency { get; init; }

    /// <summary>Its jobs, in the order of the file.</summary>
    public IReadOnlyList<Job> Jobs { get; init; } = [];

    /// <summary>The job of an id, compared without case, or null.</summary>
    public Job? Job(string id) =>
        Jobs.FirstOrDefault(job => string.Equals(job.Id.Text, id, StringComparison.OrdinalIgnoreCase));
}
