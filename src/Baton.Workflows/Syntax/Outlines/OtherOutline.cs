using Baton.Workflows.Syntax.Actions;
using Baton.Workflows.Syntax.Issues;
using static Baton.Workflows.Syntax.Outlines.Outliner;

namespace Baton.Workflows.Syntax.Outlines;

/// <summary>Actions and issue templates as lines below each other.</summary>
public static class OtherOutline
{
    /// <summary>The outline of an action.</summary>
    public static OutlinePart Of(ActionFile action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new OutlinePart("action", action.File, action.Name?.AsText(), action.Node.Span)
        {
            Parts =
            [
                .. Value("using", action.Using),
                .. action.Inputs.Select(input => new OutlinePart(
                    "input",
                    input.Name.AsText(),
                    input.IsRequired ? "required" : null,
                    input.Name.Span
                )
                {
                    Parts = [.. Value("default", input.Default)],
                }),
                .. Table("output", action.Outputs),
                .. action.Steps.Select(StepOutline.Of),
            ],
        };
    }

    /// <summary>The outline of an issue template.</summary>
    public static OutlinePart Of(IssueTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return new OutlinePart("issue template", template.File, template.Name?.AsText(), template.Node.Span)
        {
            Parts =
            [
                .. Value("title", template.Title),
                .. template.Labels.Select(label => new OutlinePart("label", label, null, Place(template, "labels"))),
                .. template.Assignees.Select(name => new OutlinePart(
                    "assignee",
                    name,
                    null,
                    Place(template, "assignees")
                )),
            ],
        };
    }

    private static Yaml.YamlSpan Place(IssueTemplate template, string key) => template.Node[key]!.Span;
}
