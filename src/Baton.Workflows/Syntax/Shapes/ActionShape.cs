namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// The syntax of an action's file: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
/// </summary>
internal static class ActionShape
{
    private static readonly Shape Condition = Shape.Condition(Names.ActionCondition);

    private static readonly KeyShape Using = new(
        "using",
        Shape.Word("composite", "docker", "node24", "node20", "node16", "node12")
    )
    {
        Required = "say how it runs, as in using: composite",
    };

    private static readonly Shape Input = Shape.Nothing.Or(
        Shape.OneOf([
            new MappingShape(
                "an input",
                [
                    new("description", Shape.Text),
                    new("required", Shape.Flag.Or(Shape.Text)),
                    new("default", Shape.Text.Knowing(Names.ActionDefault)),
                    new("deprecationMessage", Shape.Text),
                ],
                Shape.Anything
            ),
        ])
    );

    private static readonly Shape Output = Shape.OneOf([
        new MappingShape(
            "an output",
            [new("description", Shape.Text), new("value", Shape.Text.Knowing(Names.ActionOutput))]
        ),
    ]);

    private static readonly Shape Runs = Shape.OneOf([
        new MappingShape(
            "an action of steps",
            [Using, new("steps", StepShape.Steps(StepShape.OfAction)) { Required = "say what it does, under steps:" }]
        )
        {
            General = "an action",
            Undecided = (
                "this action says neither its steps nor its code",
                "add steps: for an action of steps, main: for JavaScript, or image: for Docker"
            ),
            Apart = "an action is made of steps, of JavaScript or of a container: keep one",
        },
        new MappingShape(
            "a JavaScript action",
            [
                Using,
                new("main", Shape.Filled) { Required = "name the file with its code" },
                new("pre", Shape.Filled),
                new("pre-if", Condition),
                new("post", Shape.Filled),
                new("post-if", Condition),
            ]
        ),
        new MappingShape(
            "a Docker action",
            [
                Using,
                new("image", Shape.Filled) { Required = "name the image or the Dockerfile" },
                new("entrypoint", Shape.Filled),
                new("args", Shape.ListOf(Shape.Text.Knowing(Names.ActionInputs))),
                new("env", CommonShape.Environment.Knowing(Names.ActionInputs)),
                new("pre-entrypoint", Shape.Filled),
                new("pre-if", Condition),
                new("post-entrypoint", Shape.Filled),
                new("post-if", Condition),
            ]
        ),
    ]);

    public static Shape Root { get; } =
        Shape.OneOf([
            new MappingShape(
                "an action",
                [
                    new("name", Shape.Text),
                    new("description", Shape.Text),
                    new("author", Shape.Text),
                    new("inputs", Shape.Nothing.Or(Shape.Table("inputs", Input))),
                    new("outputs", Shape.Nothing.Or(Shape.Table("outputs", Output))),
                    new("runs", Runs) { Required = "say how it runs, under runs:" },
                    new("branding", Shape.Anything),
                ]
            )
            {
                IgnoresUnknown = true,
            },
        ]);
}
