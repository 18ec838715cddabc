namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// The syntax of a workflow file: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
/// </summary>
internal static class WorkflowShape
{
    public static Shape Root { get; } =
        Shape.OneOf([
            new MappingShape(
                "a workflow",
                [
                    new("on", TriggerShape.On) { Required = "say what starts it, as in on: push" },
                    new("name", Shape.Text),
                    new("description", Shape.Text),
                    new("run-name", Shape.Text.Knowing(Names.Run)),
                    new("defaults", CommonShape.Defaults),
                    new("env", CommonShape.Environment.Knowing(Names.WorkflowEnvironment)),
                    new("permissions", CommonShape.PermissionsShape),
                    new("concurrency", CommonShape.Concurrency.Knowing(Names.Run)),
                    new("jobs", Shape.Table("jobs", JobShape.Job, "the job"))
                    {
                        Required = "say what it does, under jobs:",
                    },
                ]
            ),
        ]);
}
