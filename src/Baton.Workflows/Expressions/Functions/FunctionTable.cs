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

    /// <summary>Those that only conditions may call.</summary>
    public static IReadOnlyList<Function> OfStatus { get; } =
    [
        new StatusFunction("always", 0, _ => true),
        new StatusFunction("cancelled", 0, status => status == JobStatus.Cancelled),
        new StatusFunction("failure", ExpressionLimits.Arguments, status => status == JobStatus.Failure),
        new StatusFunction("success", ExpressionLimits.Arguments, status => status == JobStatus.Success),
    ];

    /// <summary>The one that reads files, which only steps may call.</summary>
    public static Function HashFiles { get; } = new HashFilesFunction();
}
