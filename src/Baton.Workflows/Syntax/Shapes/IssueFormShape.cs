namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// The syntax of issue forms:
/// https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
/// </summary>
internal static class IssueFormShape
{
    private static readonly Shape ListOrCommas = Shape.Nothing.Or(Shape.Text).Or(Shape.ListOf(Shape.Text));

    private static readonly KeyShape[] Head =
    [
        new("name", Shape.Filled) { Required = "name it: the name is what people choose" },
        new("title", Shape.Text),
        new("labels", ListOrCommas),
        new("assignees", ListOrCommas),
        new("type", Shape.Text),
        new("projects", ListOrCommas),
    ];

    /// <summary>A form, a YAML file.</summary>
    public static Shape Form { get; } =
        Shape.OneOf([
            new MappingShape(
                "an issue form",
                [
                    .. Head,
                    new("description", Shape.Filled) { Required = "say what it is for" },
                    new("body", Shape.ListOf(Shape.Table("a field", Shape.Anything)))
                    {
                        Required = "say what it asks for, under body:",
                    },
                ]
            ),
        ]);

    /// <summary>The head of a template, a Markdown file.</summary>
    public static Shape Template { get; } =
        Shape.OneOf([
            new MappingShape("an issue template", [.. Head, new("about", Shape.Text)]) { IgnoresUnknown = true },
        ]);
}
