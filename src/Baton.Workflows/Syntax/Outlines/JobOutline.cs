using System.Globalization;
using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Yaml;
using static Baton.Workflows.Syntax.Outlines.Outliner;

namespace Baton.Workflows.Syntax.Outlines;

/// <summary>A job as lines below each other.</summary>
internal static class JobOutline
{
    public static OutlinePart Of(Job job, CalledJobs? called) =>
        new("job", job.Id.Text, job.Name is { } name ? Text(name) : null, job.Id.Span)
        {
            Parts =
            [
                .. Values("needs", job.Needs),
                .. Condition(job.If),
                .. Strategy(job.Strategy),
                .. WorkflowOutline.Permissions(job.Permissions),
                .. WorkflowOutline.Concurrency(job.Concurrency),
                .. Below(job, called),
            ],
        };

    private static IEnumerable<OutlinePart> Below(Job job, CalledJobs? called) =>
        job switch
        {
            Job.Normal normal => Normal(normal),
            Job.Call call => Call(call, called),
            _ => [],
        };

    private static IEnumerable<OutlinePart> Normal(Job.Normal job) =>
        [
            .. RunsOn(job.RunsOn),
            .. Value("timeout-minutes", job.TimeoutMinutes),
            .. Value("cancel-timeout-minutes", job.CancelTimeoutMinutes),
            .. Value("continue-on-error", job.ContinueOnError),
            .. Target(job.DeploysTo),
            .. Container("container", null, job.Container),
            .. Services(job.Services),
            .. Table("env", job.Environment),
            .. WorkflowOutline.Defaults(job.Defaults),
            .. Table("output", job.Outputs),
            .. job.Steps.Select(StepOutline.Of),
            .. Snapshot(job.Snapshot),
        ];

    private static IEnumerable<OutlinePart> Call(Job.Call job, CalledJobs? called) =>
        [
            .. Value("uses", job.Uses),
            .. Table("with", job.With),
            .. Table("secret", job.Secrets),
            .. job.InheritsSecrets
                ? new[] { new OutlinePart("secrets", null, "inherit", job.Node["secrets"]!.Span) }
                : [],
            .. called is null ? [] : new[] { WorkflowOutline.Of(called.Called, called.Calls) },
        ];

    private static IEnumerable<OutlinePart> RunsOn(RunsOn? runsOn)
    {
        if (runsOn is null)
            return [];
        var labels = string.Join(", ", runsOn.Labels.Select(Text));
        var group = runsOn.Group is { } named ? $"group {Text(named)}" : "";
        return
        [
            new(
                "runs-on",
                null,
                labels.Length > 0 && group.Length > 0 ? $"{group}: {labels}" : group + labels,
                runsOn.Node.Span
            ),
        ];
    }

    private static IEnumerable<OutlinePart> Strategy(Setting<Strategy>? setting) =>
        setting switch
        {
            Setting<Strategy>.Written { Value: var strategy } =>
            [
                .. Matrix(strategy.Matrix),
                .. Value("fail-fast", strategy.FailFast),
                .. Value("max-parallel", strategy.MaxParallel),
            ],
            _ => Value("strategy", setting),
        };

    private static IEnumerable<OutlinePart> Matrix(Setting<Matrix>? setting)
    {
        if (setting is not Setting<Matrix>.Written { Value: var matrix })
            return Value("matrix", setting);
        return MatrixExpander.Expand(matrix) switch
        {
            MatrixExpansion.Known known =>
            [
                new OutlinePart(
                    "matrix",
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"{known.Combinations.Count} combinations"),
                    matrix.Node.Span
                )
                {
                    Parts =
                    [
                        .. known.Combinations.Select(one => new OutlinePart(
                            "combination",
                            null,
                            Shown(one),
                            matrix.Node.Span
                        )),
                    ],
                },
            ],
            MatrixExpansion.Symbolic { Because: var because } =>
            [
                new("matrix", null, $"known at run time: {(because as YamlScalar)?.Text}", matrix.Node.Span),
            ],
            _ => [new("matrix", null, "too many combinations", matrix.Node.Span)],
        };
    }

    private static string Shown(Combination combination) =>
        string.Join(", ", combination.Values.Select(value => $"{value.Key}: {Shown(value.Value)}"));

    private static string Shown(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => scalar.AsText(),
            YamlSequence list => $"[{string.Join(", ", list.Items.Select(Shown))}]",
            YamlMapping map =>
                $"{{ {string.Join(", ", map.Entries.Select(e => $"{e.Key.AsText()}: {Shown(e.Value)}"))} }}",
            _ => "",
        };

    private static IEnumerable<OutlinePart> Target(Setting<DeploymentTarget>? setting) =>
        setting is Setting<DeploymentTarget>.Written { Value: var target }
            ?
            [
                new OutlinePart("environment", target.Name is { } name ? Text(name) : null, null, target.Node.Span)
                {
                    Parts = [.. Value("url", target.Url), .. Value("deployment", target.Deployment)],
                },
            ]
            : Value("environment", setting);

    private static IEnumerable<OutlinePart> Services(Setting<IReadOnlyList<Service>>? setting) =>
        setting is Setting<IReadOnlyList<Service>>.Written { Value: var services }
            ? services.SelectMany(service => Container("service", service.Name.Text, service.Container))
            : Value("services", setting);

    private static IEnumerable<OutlinePart> Container(string kind, string? name, Setting<Container>? setting) =>
        setting is Setting<Container>.Written { Value: var container }
            ?
            [
                new OutlinePart(kind, name, container.Image is { } image ? Text(image) : null, container.Node.Span)
                {
                    Parts =
                    [
                        .. Value("options", container.Options),
                        .. Table("env", container.Environment),
                        .. Value("entrypoint", container.Entrypoint),
                        .. Value("command", container.Command),
                    ],
                },
            ]
            : Value(kind, setting);

    private static IEnumerable<OutlinePart> Snapshot(Setting<Snapshot>? setting) =>
        setting is Setting<Snapshot>.Written { Value: var snapshot }
            ?
            [
                new OutlinePart(
                    "snapshot",
                    null,
                    snapshot.ImageName is { } name ? Text(name) : null,
                    snapshot.Node.Span
                )
                {
                    Parts = [.. Value("version", snapshot.Version), .. Condition(snapshot.If)],
                },
            ]
            : Value("snapshot", setting);
}
