using Baton.Workflows.Expressions;

namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// The syntax of steps, of jobs and of actions:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps
/// </summary>
internal static class StepShape
{
    private const string RunOrUse = "add run: with a command, or uses: with an action";

    /// <summary>A step of a job.</summary>
    public static Shape OfJob { get; } = MakeOfJob();

    /// <summary>A step of a composite action.</summary>
    public static Shape OfAction { get; } = MakeOfAction();

    public static Shape Steps(Shape step) => Shape.ListOf(step);

    private static Shape MakeOfJob()
    {
        KeyShape[] named = [new("name", Text(Names.Step)), new("id", Shape.Filled), Tolerant(Names.Step)];
        KeyShape[] working =
        [
            .. named,
            new("if", Shape.Condition(Names.StepCondition)),
            new("timeout-minutes", Shape.Number.Knowing(Names.Step)),
            Environment(Names.Step),
            new("background", Shape.Flag),
        ];
        var mappings = new List<MappingShape>
        {
            new(
                "a step that runs a command",
                [
                    .. working,
                    Required("run", Text(Names.Step)),
                    new("working-directory", Text(Names.Step)),
                    new("shell", Shape.Filled),
                ]
            )
            {
                General = "a step",
                Undecided = ("this step says neither what to run nor what to use", RunOrUse),
                Apart = "a step runs a command or uses an action: make two of it, each with a - before it",
                Instead = OfCommand,
            },
            new("a step that uses an action", [.. working, Required("uses", Shape.Filled), With(Names.Step)]),
            new("a step that waits", [.. named, Required("wait", Shape.FilledOrList)]),
            new("a step that waits for all", [.. named, Required("wait-all", Shape.Nothing.Or(Shape.Flag))]),
            new("a step that cancels", [.. named, Required("cancel", Shape.Filled)]),
        };
        var step = Shape.OneOf(mappings);
        mappings.Add(new MappingShape("a group of parallel steps", [Required("parallel", Shape.ListOf(step))]));
        return step;
    }

    private static Dictionary<string, string> OfCommand =>
        new(StringComparer.Ordinal) { ["with"] = "only actions take inputs: give a command its values with env:" };

    private static Shape MakeOfAction()
    {
        KeyShape[] working =
        [
            new("name", Text(Names.ActionStep)),
            new("id", Shape.Filled),
            new("if", Shape.Condition(Names.ActionCondition)),
            Environment(Names.ActionStep),
            Tolerant(Names.ActionStep),
        ];
        return Shape.OneOf([
            new(
                "a step that runs a command",
                [
                    .. working,
                    Required("run", Text(Names.ActionStep)),
                    new("shell", Text(Names.ActionStep)) { Required = "an action must name it, as in shell: bash" },
                    new("working-directory", Text(Names.ActionStep)),
                ]
            )
            {
                General = "a step",
                Undecided = ("this step says neither what to run nor what to use", RunOrUse),
                Apart = "a step runs a command or uses an action: make two of it, each with a - before it",
                Instead = OfCommand,
            },
            new("a step that uses an action", [.. working, Required("uses", Shape.Filled), With(Names.ActionStep)]),
        ]);
    }

    private static Shape Text(Vocabulary names) => Shape.Text.Knowing(names);

    private static KeyShape Required(string name, Shape shape) => new(name, shape) { Required = RunOrUse };

    private static KeyShape Tolerant(Vocabulary names) => new("continue-on-error", Shape.Flag.Knowing(names));

    private static KeyShape Environment(Vocabulary names) => new("env", CommonShape.Environment.Knowing(names));

    private static KeyShape With(Vocabulary names) => new("with", Shape.Table("with", Shape.Text).Knowing(names));
}
