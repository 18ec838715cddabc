using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Syntax.Steps;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>Reads jobs.</summary>
internal sealed class JobReader(SettingReader settings)
{
    private readonly PartReader parts = new(settings);
    private readonly ContainerReader containers = new(settings);
    private readonly StepReader steps = new(settings);

    public Job? Job(YamlScalar id, YamlNode node)
    {
        if (node is not YamlMapping job)
            return null;
        Job read = job["uses"] is null ? Normal(id, job) : Call(id, job);
        return read with
        {
            Name = settings.Text(job["name"]),
            Needs = SettingReader.Scalars(job["needs"]),
            If = settings.Condition(job["if"]),
            Strategy = settings.Structure(job["strategy"], Strategy),
            Permissions = PartReader.Permissions(job["permissions"]),
            Concurrency = parts.Concurrency(job["concurrency"]),
        };
    }

    private Job.Normal Normal(YamlScalar id, YamlMapping job) =>
        new(id, job)
        {
            RunsOn = RunsOn(job["runs-on"]),
            TimeoutMinutes = settings.Number(job["timeout-minutes"]),
            CancelTimeoutMinutes = settings.Number(job["cancel-timeout-minutes"]),
            ContinueOnError = settings.Flag(job["continue-on-error"]),
            Container = containers.Container(job["container"]),
            Services = containers.Services(job["services"]),
            Environment = settings.Table(job["env"]),
            DeploysTo = settings.Structure(job["environment"], DeploymentTarget),
            Outputs = settings.Names(job["outputs"]),
            Defaults = parts.Defaults(job["defaults"]),
            Steps = steps.Steps(job["steps"]),
            Snapshot = settings.Structure(job["snapshot"], Snapshot),
        };

    private Job.Call Call(YamlScalar id, YamlMapping job) =>
        new(id, job)
        {
            Uses = SettingReader.Scalar(job["uses"]),
            With = settings.Table(job["with"]),
            Secrets = settings.Names(job["secrets"]),
            InheritsSecrets = job["secrets"] is YamlScalar { Text: "inherit" },
        };

    private RunsOn? RunsOn(YamlNode? node) =>
        node switch
        {
            YamlMapping mapping => new RunsOn(mapping, Labels(mapping["labels"]), settings.Text(mapping["group"])),
            { } labels => new RunsOn(labels, Labels(labels), null),
            null => null,
        };

    private IReadOnlyList<Setting<string>> Labels(YamlNode? node) =>
        [.. SettingReader.Scalars(node).Select(settings.Text).OfType<Setting<string>>()];

    private DeploymentTarget? DeploymentTarget(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => new DeploymentTarget(scalar, settings.Text(scalar)),
            YamlMapping mapping => new DeploymentTarget(
                mapping,
                settings.Text(mapping["name"]),
                settings.Text(mapping["url"]),
                settings.Flag(mapping["deployment"])
            ),
            _ => null,
        };

    private Snapshot? Snapshot(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => new Snapshot(scalar, settings.Text(scalar)),
            YamlMapping mapping => new Snapshot(
                mapping,
                settings.Text(mapping["image-name"]),
                settings.Text(mapping["version"]),
                settings.Condition(mapping["if"])
            ),
            _ => null,
        };

    private Strategy? Strategy(YamlNode node) =>
        node is YamlMapping mapping
            ? new Strategy(
                mapping,
                settings.Flag(mapping["fail-fast"]),
                settings.Number(mapping["max-parallel"]),
                settings.Structure(mapping["matrix"], Matrix)
            )
            : null;

    private Matrix? Matrix(YamlNode node) =>
        node is YamlMapping mapping
            ? new Matrix(mapping, Vectors(mapping), List(mapping["include"]), List(mapping["exclude"]))
            : null;

    private IReadOnlyList<MatrixVector> Vectors(YamlMapping matrix) =>
        [
            .. matrix
                .Entries.Where(entry => entry.Key.Text is not ("include" or "exclude"))
                .Select(entry => (entry.Key, Values: List(entry.Value)))
                .Where(vector => vector.Values is not null)
                .Select(vector => new MatrixVector(vector.Key, vector.Values!)),
        ];

    private Setting<YamlSequence>? List(YamlNode? node) => settings.Structure(node, value => value as YamlSequence);
}
