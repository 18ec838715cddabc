using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// The syntax of <c>on</c>: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
/// </summary>
internal static class TriggerShape
{
    // An empty text is a pattern that nothing matches; files that should never run have it.
    private static readonly Shape Filter = Shape.Nothing.Or(Shape.Text).Or(Shape.ListOf(Shape.Text));

    private static readonly string[] OtherFilters =
    [
        "types",
        .. KnownEvent.All.SelectMany(known => known.Filters).Distinct(),
    ];

    private static readonly Shape Schedule = Shape.ListOf(
        Shape.OneOf([
            new MappingShape(
                "a schedule",
                [
                    new("cron", Shape.Filled) { Required = "say when, as in cron: '30 5 * * 1'" },
                    new("timezone", Shape.Filled),
                ]
            ),
        ])
    );

    private static readonly Shape Scalar = Shape.Text.Or(Shape.Flag).Or(Shape.Number);

    private static readonly Shape CallInput = Shape.OneOf([
        new MappingShape(
            "an input of a called workflow",
            [
                new("description", Shape.Text),
                new("type", Shape.Word("string", "boolean", "number"))
                {
                    Required = "say what it is: string, boolean or number",
                },
                new("required", Shape.Flag),
                new("default", Scalar.Knowing(Names.Run)),
            ]
        ),
    ]);

    private static readonly Shape CallSecret = Shape.Nothing.Or(
        Shape.OneOf([
            new MappingShape(
                "a secret of a called workflow",
                [new("description", Shape.Text), new("required", Shape.Flag)]
            ),
        ])
    );

    private static readonly Shape CallOutput = Shape.OneOf([
        new MappingShape(
            "an output of a called workflow",
            [
                new("description", Shape.Text),
                new("value", Shape.Text.Knowing(Names.CallOutput))
                {
                    Required = "say where it comes from, as in value: ${{ jobs.build.outputs.version }}",
                },
            ]
        ),
    ]);

    private static readonly Shape Call = Shape.Nothing.Or(
        Shape.OneOf([
            new MappingShape(
                "workflow_call",
                [
                    new("inputs", Shape.Nothing.Or(Shape.Table("inputs", CallInput))),
                    new("secrets", Shape.Nothing.Or(Shape.Table("secrets", CallSecret))),
                    new("outputs", Shape.Nothing.Or(Shape.Table("outputs", CallOutput))),
                ]
            ),
        ])
    );

    private static readonly Shape DispatchInput = Shape.Nothing.Or(
        Shape.OneOf([
            new MappingShape(
                "an input",
                [
                    new("description", Shape.Text),
                    new("type", Shape.Word("string", "boolean", "number", "environment", "choice")),
                    new("required", Shape.Flag),
                    new("default", Scalar),
                    new("options", Shape.ListOf(Shape.Text)),
                ]
            )
            {
                IgnoresUnknown = true,
            },
        ])
    );

    private static readonly Shape Dispatch = Shape.Nothing.Or(
        Shape.OneOf([
            new MappingShape(
                "workflow_dispatch",
                [new("inputs", Shape.Nothing.Or(Shape.Table("inputs", DispatchInput)))]
            )
            {
                IgnoresUnknown = true,
            },
        ])
    );

    public static Shape On { get; } =
        Shape
            .Word([.. KnownEvent.All.Select(known => known.Name)])
            .Or(Shape.ListOf(Shape.Word([.. KnownEvent.All.Select(known => known.Name)])))
            .Or(Shape.OneOf([new MappingShape("on", [.. KnownEvent.All.Select(Key)])]));

    private static KeyShape Key(KnownEvent known) =>
        new(
            known.Name,
            known.Name switch
            {
                "schedule" => Schedule,
                "workflow_call" => Call,
                "workflow_dispatch" => Dispatch,
                _ => Shape.Nothing.Or(
                    Shape.OneOf([new MappingShape(known.Name, [.. Settings(known)]) { Ignored = OtherFilters }])
                ),
            }
        );

    private static IEnumerable<KeyShape> Settings(KnownEvent known)
    {
        if (known.HasFreeTypes)
            yield return new KeyShape("types", Filter);
        else if (known.Types.Count > 0)
            yield return new KeyShape(
                "types",
                Shape.Nothing.Or(Shape.Word(known.Types)).Or(Shape.ListOf(Shape.Word(known.Types)))
            );
        foreach (var filter in known.Filters)
            yield return new KeyShape(filter, Filter);
    }
}
