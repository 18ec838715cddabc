using Baton.Workflows.Expressions;

namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// The syntax of a job:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id
/// </summary>
internal static class JobShape
{
    private static readonly Shape Matrix = Shape.OneOf([
        new MappingShape(
            "a matrix",
            [new("include", Combinations()), new("exclude", Combinations())],
            Shape.ListOf(Shape.Anything)
        ),
    ]);

    private static readonly Shape Strategy = Shape
        .OneOf([
            new MappingShape(
                "a strategy",
                [new("fail-fast", Shape.Flag), new("max-parallel", Shape.Number), new("matrix", Matrix)]
            ),
        ])
        .Knowing(Names.Strategy);

    private static readonly Shape RunsOn = Shape
        .FilledOrList.Or(
            Shape.OneOf([new MappingShape("runs-on", [new("group", Shape.Filled), new("labels", Shape.FilledOrList)])])
        )
        .Knowing(Names.Job);

    private static readonly Shape Address = Shape.Text.Knowing(Names.Address);

    private static readonly Shape DeploymentEnvironment = Shape
        .Text.Or(
            Shape.OneOf([
                new MappingShape(
                    "an environment",
                    [
                        new("name", Shape.Text) { Required = "name it, as in name: production" },
                        new("url", Address),
                        new("deployment", Shape.Flag),
                    ]
                ),
            ])
        )
        .Knowing(Names.Job);

    private static readonly Shape Snapshot = Shape.Filled.Or(
        Shape.OneOf([
            new MappingShape(
                "a snapshot",
                [
                    new("image-name", Shape.Filled) { Required = "name the image" },
                    new("if", Shape.Condition(Names.SnapshotCondition)),
                    new("version", Shape.Filled),
                ]
            ),
        ])
    );

    private static readonly KeyShape[] Shared =
    [
        new("name", Shape.Text.Knowing(Names.Job)),
        new("needs", Shape.FilledOrList),
        new("if", Shape.Condition(Names.JobCondition)),
        new("strategy", Strategy),
        new("permissions", CommonShape.PermissionsShape),
        new("concurrency", Shape.Filled.Or(CommonShape.Concurrency).Knowing(Names.Job)),
    ];

    private static readonly MappingShape WithSteps = new(
        "a job",
        [
            .. Shared,
            new("runs-on", RunsOn) { Required = "name a runner, as in runs-on: ubuntu-latest" },
            new("timeout-minutes", Shape.Number.Knowing(Names.Job)),
            new("cancel-timeout-minutes", Shape.Number.Knowing(Names.Job)),
            new("continue-on-error", Shape.Flag.Knowing(Names.Job)),
            new("container", Shape.Text.Or(Shape.OneOf([Container("a container")])).Knowing(Names.Job)),
            new("services", Shape.Table("services", Service()).Knowing(Names.Job)),
            new("env", CommonShape.Environment.Knowing(Names.JobWithSecrets)),
            new("environment", DeploymentEnvironment),
            new("outputs", Shape.Table("outputs", Shape.Text.Knowing(Names.Machine))),
            new("defaults", CommonShape.Defaults.Knowing(Names.JobDefaults)),
            new("steps", StepShape.Steps(StepShape.OfJob)),
            new("snapshot", Snapshot),
        ]
    )
    {
        General = "a job",
        Undecided = (
            "this job says neither where it runs nor what it calls",
            "add runs-on: and steps:, or uses: to call a workflow"
        ),
        Apart = "a job has steps of its own or calls a workflow: make two of it",
        Instead = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["uses"] = "a job that calls a workflow has no runs-on: and no steps:; an action is used in a step",
        },
    };

    private static readonly MappingShape Calling = new(
        "a job that calls a workflow",
        [
            .. Shared,
            new("uses", Shape.Filled) { Required = "name the workflow's file" },
            new("with", Shape.Table("with", Scalar(Names.Job))),
            new("secrets", Shape.Word("inherit").Or(Shape.Table("secrets", Scalar(Names.JobWithSecrets)))),
        ]
    );

    public static Shape Job { get; } = Shape.OneOf([WithSteps, Calling]);

    private static Shape Combinations() => Shape.ListOf(Shape.Table("a combination", Shape.Anything));

    private static Shape Scalar(Vocabulary names) => Shape.Text.Or(Shape.Flag).Or(Shape.Number).Knowing(names);

    private static Shape Service() =>
        Shape.Filled.Or(
            Shape.OneOf([Container("a service", new("entrypoint", Shape.Text), new("command", Shape.Text))])
        );

    private static MappingShape Container(string what, params IReadOnlyList<KeyShape> further) =>
        new(
            what,
            [
                new("image", Shape.Filled),
                new("options", Shape.Text),
                new("env", Shape.Table("env", Shape.Text.Knowing(Names.Machine))),
                new("ports", Shape.ListOf(Shape.Filled)),
                new("volumes", Shape.ListOf(Shape.Filled)),
                new(
                    "credentials",
                    Shape
                        .OneOf([
                            new MappingShape(
                                "credentials",
                                [new("username", Shape.Filled), new("password", Shape.Filled)]
                            ),
                        ])
                        .Knowing(Names.Credentials)
                ),
                .. further,
            ]
        );
}
