namespace Baton.Proof.Fuzzing;

/// <summary>All targets.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [new FileFuzz(), new ExpressionFuzz(), new PatternFuzz(), new ForecastFuzz(), new WorkflowFuzz()];
}
