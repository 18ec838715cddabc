using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Functions;

namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// What expressions may name at each place of a file:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability
/// </summary>
internal static class Names
{
    private static readonly string[] OfRun = ["github", "inputs", "vars"];
    private static readonly string[] OfNeeds = [.. OfRun, "needs"];
    private static readonly string[] OfMatrix = [.. OfNeeds, "strategy", "matrix"];
    private static readonly string[] OfMachine = [.. OfMatrix, "steps", "job", "runner", "env"];
    private static readonly string[] OfAction =
    [
        "github",
        "inputs",
        "strategy",
        "matrix",
        "steps",
        "job",
        "runner",
        "env",
    ];

    /// <summary>What is known before any job is: names of runs, groups of workflows, defaults of inputs.</summary>
    public static Vocabulary Run { get; } = new(OfRun);

    /// <summary>The environment of a workflow.</summary>
    public static Vocabulary WorkflowEnvironment { get; } = new([.. OfRun, "secrets"]);

    /// <summary>The outputs of a called workflow.</summary>
    public static Vocabulary CallOutput { get; } = new([.. OfRun, "jobs"]);

    /// <summary>What is known when a job's strategy is made.</summary>
    public static Vocabulary Strategy { get; } = new(OfNeeds);

    /// <summary>The condition of a job.</summary>
    public static Vocabulary JobCondition { get; } = new(OfNeeds, FunctionTable.OfStatus);

    /// <summary>What is known when one job of a matrix is made.</summary>
    public static Vocabulary Job { get; } = new(OfMatrix);

    /// <summary>The same with secrets.</summary>
    public static Vocabulary JobWithSecrets { get; } = new([.. OfMatrix, "secrets"]);

    /// <summary>The login of a container's registry.</summary>
    public static Vocabulary Credentials { get; } = new([.. OfMatrix, "secrets", "env"]);

    /// <summary>The defaults of a job's steps.</summary>
    public static Vocabulary JobDefaults { get; } = new([.. OfMatrix, "env"]);

    /// <summary>What is known on the machine, when steps have run.</summary>
    public static Vocabulary Machine { get; } = new([.. OfMachine, "secrets"]);

    /// <summary>The same without secrets: an address is shown to everybody.</summary>
    public static Vocabulary Address { get; } = new(OfMachine);

    /// <summary>The keys of a step.</summary>
    public static Vocabulary Step { get; } = new([.. OfMachine, "secrets"], FunctionTable.HashFiles);

    /// <summary>The condition of a step.</summary>
    public static Vocabulary StepCondition { get; } =
        new(OfMachine, [.. FunctionTable.OfStepStatus, FunctionTable.HashFiles]);

    /// <summary>The default of an action's input.</summary>
    public static Vocabulary ActionDefault { get; } =
        new(["github", "strategy", "matrix", "job", "runner"], FunctionTable.HashFiles);

    /// <summary>The output of an action.</summary>
    public static Vocabulary ActionOutput { get; } = new(OfAction);

    /// <summary>The inputs of an action alone.</summary>
    public static Vocabulary ActionInputs { get; } = new(["inputs"]);

    /// <summary>The keys of an action's step.</summary>
    public static Vocabulary ActionStep { get; } = new(OfAction, FunctionTable.HashFiles);

    /// <summary>The condition of an action's step.</summary>
    public static Vocabulary ActionCondition { get; } =
        new(OfAction, [.. FunctionTable.OfStepStatus, FunctionTable.HashFiles]);

    /// <summary>The condition of a custom image.</summary>
    public static Vocabulary SnapshotCondition { get; } = new(OfMatrix, FunctionTable.OfStepStatus);
}
