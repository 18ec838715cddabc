namespace Baton.Workflows.Expressions.Functions;

/// <summary>The functions: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions</summary>
public static class FunctionTable
{
    /// <summary>Those that every expression may call.</summary>
    public static IReadOnlyList<Function> Everywhere { get; } =
    [
        new CaseFunction(),
        new ContainsFunction(),
        new AffixFunction("endsWith", (text, end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase)),
        new FormatFunction(),
        new FromJsonFunction(),
        new JoinFunction(),
        new AffixFunction("startsWith", (text, start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)),
        new ToJsonFunction(),
    ];

    /// <summary>Those that only conditions may call; these, of jobs, which may name other jobs.</summary>
    public static IReadOnlyList<Function> OfStatus { get; } = Status(ExpressionLimits.Arguments);

    /// <summary>Those that only conditions of steps may call.</summary>
    public static IReadOnlyList<Function> OfStepStatus { get; } = Status(0);

    /// <summary>The one that reads files, which only steps may call.</summary>
    public static Function HashFiles { get; } = new HashFilesFunction();

    private static IReadOnlyList<Function> Status(int names) =>
        [
            new StatusFunction("always", 0, _ => true),
            new StatusFunction("cancelled", 0, status => status == JobStatus.Cancelled),
            new StatusFunction("failure", names, status => status == JobStatus.Failure),
            new StatusFunction("success", names, status => status == JobStatus.Success),
        ];
}
