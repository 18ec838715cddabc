namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// What stands in workflows, jobs and steps alike. It names none of their shapes: types that need each other for their
/// first use are made half where two threads come at once, each from another side.
/// </summary>
internal static class CommonShape
{
    private static readonly string[] Levels = ["read", "write", "none"];

    /// <summary>The permissions of a token, with the levels that each has.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Levels)> Permissions { get; } =
    [
        ("actions", Levels),
        ("artifact-metadata", Levels),
        ("attestations", Levels),
        ("checks", Levels),
        ("code-quality", Levels),
        ("contents", Levels),
        ("copilot-requests", ["write", "none"]),
        ("deployments", Levels),
        ("discussions", Levels),
        ("drives", Levels),
        ("id-token", ["write", "none"]),
        ("issues", Levels),
        ("models", ["read", "none"]),
        ("packages", Levels),
        ("pages", Levels),
        ("pull-requests", Levels),
        ("repository-projects", Levels),
        ("security-events", Levels),
        ("statuses", Levels),
        ("vulnerability-alerts", ["read", "none"]),
    ];

    public static Shape PermissionsShape { get; } =
        Shape
            .Word("read-all", "write-all")
            .Or(
                Shape.OneOf([
                    new MappingShape(
                        "permissions",
                        [.. Permissions.Select(p => new KeyShape(p.Name, Shape.Word(p.Levels)))]
                    ),
                ])
            );

    public static Shape Concurrency { get; } =
        Shape.Text.Or(
            Shape.OneOf([
                new MappingShape(
                    "concurrency",
                    [
                        new("group", Shape.Filled) { Required = "name the group, as in group: ${{ github.ref }}" },
                        new("cancel-in-progress", Shape.Flag),
                        new("queue", Shape.Word("single", "max")),
                    ]
                ),
            ])
        );

    public static Shape Defaults { get; } =
        Shape.OneOf([
            new MappingShape(
                "defaults",
                [
                    new(
                        "run",
                        Shape.OneOf([
                            new MappingShape(
                                "defaults.run",
                                [new("shell", Shape.Filled), new("working-directory", Shape.Filled)]
                            ),
                        ])
                    ),
                ]
            ),
        ]);

    public static Shape Environment { get; } = Shape.Table("env", Shape.Text, "the variable");
}
