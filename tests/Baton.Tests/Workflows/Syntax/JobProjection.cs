using System.Text.Json.Nodes;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Writes a job of steps as the reference writes its own.</summary>
internal sealed class JobProjection(Projection values)
{
    public static JsonNode Condition(Condition? condition)
    {
        if (condition is null)
            return Projection.Expression("success()");
        var text = Projection.Written(condition.Text);
        return Projection.Expression(condition.AsksStatus ? text : $"success() && ({text})");
    }

    public static JsonNode? Strategy(Projection values, Setting<Strategy>? setting) =>
        values.Structure(
            setting,
            strategy =>
                values.Keys(
                    strategy.Node,
                    key =>
                        key switch
                        {
                            "fail-fast" => values.Flag(strategy.FailFast),
                            "max-parallel" => values.Number(strategy.MaxParallel),
                            _ => values.Structure(strategy.Matrix, matrix => Matrix(values, matrix)),
                        }
                )
        );

    public static JsonNode? Defaults(Projection values, Defaults? defaults) =>
        defaults is null
            ? null
            : values.Keys(
                defaults.Node,
                _ =>
                    values.Keys(
                        ((YamlMapping)defaults.Node)["run"]!,
                        key => values.Text(key == "shell" ? defaults.Shell : defaults.WorkingDirectory)
                    )
            );

    public void Write(JsonObject written, Job.Normal job)
    {
        Set(written, "runs-on", RunsOn(job.RunsOn));
        Set(written, "timeout-minutes", values.Number(job.TimeoutMinutes));
        Set(written, "cancel-timeout-minutes", values.Number(job.CancelTimeoutMinutes));
        Set(written, "continue-on-error", values.Flag(job.ContinueOnError));
        Set(written, "container", values.Structure(job.Container, Container));
        Set(written, "services", values.Structure(job.Services, services => Services(services, job.Node["services"]!)));
        Set(written, "env", values.Table(job.Environment));
        Set(written, "environment", values.Structure(job.DeploysTo, Target));
        if (job.Outputs.Count > 0)
            written["outputs"] = values.Table(job.Outputs, job.Node["outputs"]!);
        Set(written, "defaults", Defaults(values, job.Defaults));
        Set(written, "snapshot", values.Structure(job.Snapshot, Snapshot));
        var ids = new StepIds();
        written["steps"] = new JsonArray([.. job.Steps.Select(step => new StepProjection(values, ids).Write(step))]);
    }

    private static JsonNode Matrix(Projection values, Matrix matrix) =>
        values.Keys(
            matrix.Node,
            key =>
                key switch
                {
                    "include" => values.Structure(matrix.Include, values.Node),
                    "exclude" => values.Structure(matrix.Exclude, values.Node),
                    _ => values.Structure(matrix.Vectors.First(vector => vector.Name.Text == key).Values, values.Node),
                }
        );

    private JsonNode? RunsOn(RunsOn? runsOn) =>
        runsOn?.Node switch
        {
            YamlMapping mapping => values.Keys(
                mapping,
                key => key == "group" ? values.Text(runsOn.Group) : Labels(runsOn, mapping["labels"]!)
            ),
            { } node => Labels(runsOn, node),
            null => null,
        };

    private JsonNode? Labels(RunsOn runsOn, YamlNode node) =>
        node is YamlSequence
            ? values.Texts(runsOn.Labels, node)
            : values.Text(runsOn.Labels is [var label, ..] ? label : null);

    private JsonNode? Services(IReadOnlyList<Service> services, YamlNode node) =>
        values.Map(node, services.Select(service => (service.Name, values.Structure(service.Container, Container))));

    private JsonNode? Container(Container container)
    {
        if (container.Node is not YamlMapping node)
            return values.Text(container.Image);
        return values.Keys(
            node,
            key =>
                key switch
                {
                    "image" => values.Text(container.Image),
                    "options" => values.Text(container.Options),
                    "env" => values.Table(container.Environment),
                    "ports" => values.Structure(container.Ports, ports => values.Texts(ports, node["ports"]!)),
                    "volumes" => values.Structure(container.Volumes, items => values.Texts(items, node["volumes"]!)),
                    "entrypoint" => values.Text(container.Entrypoint),
                    "command" => values.Text(container.Command),
                    _ => node["credentials"] is YamlMapping credentials
                        ? values.Keys(
                            credentials,
                            name => values.Text(name == "username" ? container.Username : container.Password)
                        )
                        : values.Text(container.Credentials),
                }
        );
    }

    private JsonNode? Target(DeploymentTarget target) =>
        target.Node is YamlMapping
            ? values.Keys(
                target.Node,
                key =>
                    key switch
                    {
                        "name" => values.Text(target.Name),
                        "url" => values.Text(target.Url),
                        _ => values.Flag(target.Deployment),
                    }
            )
            : values.Text(target.Name);

    private JsonNode? Snapshot(Snapshot snapshot) =>
        snapshot.Node is YamlMapping
            ? values.Keys(
                snapshot.Node,
                key =>
                    key switch
                    {
                        "image-name" => values.Text(snapshot.ImageName),
                        "version" => values.Text(snapshot.Version),
                        _ => Projection.Expression(Projection.Written(snapshot.If!.Text)),
                    }
            )
            : values.Text(snapshot.ImageName);

    private static void Set(JsonObject written, string key, JsonNode? value)
    {
        if (value is not null)
            written[key] = value;
    }
}
