namespace Baton.Proof.Fuzzing;

/// <summary>What an expression may ask for at a place of a file, beside github, inputs and vars.</summary>
/// <param name="Facts">Other values that are there.</param>
/// <param name="Questions">Questions about how it went so far; none where they may not be asked.</param>
internal sealed record ExpressionPlace(IReadOnlyList<string> Facts, IReadOnlyList<string> Questions)
{
    private static readonly string[] Status =
    [
        "success() || failure()",
        "always() && !cancelled()",
        "(success() || failure() || cancelled())",
        "(failure() && success())",
        "!success()",
    ];

    /// <summary>The keys of a workflow.</summary>
    public static ExpressionPlace OfWorkflow { get; } = new([], []);

    /// <summary>The condition of a job.</summary>
    public static ExpressionPlace OfCondition { get; } = new(["needs.a.result", "needs.a.outputs.x"], Status);

    /// <summary>The lists of a job's matrix.</summary>
    public static ExpressionPlace OfMatrix { get; } = new(["needs.a.result", "needs.a.outputs.x"], []);

    /// <summary>The group of a job, and what it gives to what it calls.</summary>
    public static ExpressionPlace OfJob { get; } =
        new(
            [
                .. OfMatrix.Facts,
                "(format('x-{0}', needs.a.outputs.x) == inputs.text && 'same' || 'other')",
                "matrix.os",
                "matrix.ref",
                "matrix.n",
                "matrix.deep.a",
                "matrix.extra",
                "matrix.nothing",
                "toJSON(matrix)",
                "join(matrix.*, '-')",
                "strategy.job-index",
                "strategy.job-total",
                "strategy.fail-fast",
            ],
            []
        );
}
