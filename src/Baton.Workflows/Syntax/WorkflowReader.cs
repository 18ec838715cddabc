using Baton.Workflows.Syntax.Checks;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>
/// Reads workflow files as GitHub does: first the form of all that stands there, by a table of shapes, then what a table
/// can't say, such as jobs that wait for each other.
/// </summary>
public static class WorkflowReader
{
    /// <summary>Reads a file. Never throws on what it holds.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    public static FileReading<Workflow> Read(ReadOnlySpan<byte> bytes, string file) =>
        Read(bytes, file, YamlRules.Workflow);

    /// <summary>Reads a file with other limits. Never throws on what it holds.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    /// <param name="rules">How much of it is read.</param>
    public static FileReading<Workflow> Read(ReadOnlySpan<byte> bytes, string file, YamlRules rules)
    {
        var source = SourceFile.Read(bytes, file, rules);
        var workflow = source.Checked(WorkflowShape.Root) is { } root ? Workflow(source, root) : null;
        if (workflow is not null)
            WorkflowCheck.Check(workflow, source);
        return new FileReading<Workflow>(workflow, source.Findings(), source.Document);
    }

    private static Workflow Workflow(SourceFile source, YamlMapping root)
    {
        var settings = new SettingReader(source);
        var parts = new PartReader(settings);
        var jobs = new JobReader(settings);
        return new Workflow(source.Name, root)
        {
            Name = SettingReader.Scalar(root["name"]),
            Description = SettingReader.Scalar(root["description"]),
            RunName = settings.Text(root["run-name"]),
            Triggers = new TriggerReader(settings).Triggers(root["on"]),
            Permissions = PartReader.Permissions(root["permissions"]),
            Environment = settings.Table(root["env"]),
            Defaults = parts.Defaults(root["defaults"]),
            Concurrency = parts.Concurrency(root["concurrency"]),
            Jobs = root["jobs"] is YamlMapping all
                ? [.. all.Entries.Select(entry => jobs.Job(entry.Key, entry.Value)).OfType<Job>()]
                : [],
        };
    }
}
