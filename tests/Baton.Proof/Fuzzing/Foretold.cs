using System.Globalization;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Partial;

namespace Baton.Proof.Fuzzing;

/// <summary>Compares what was foretold with what came about.</summary>
internal static class Foretold
{
    /// <summary>Of a run exactly one guard holds, and what stands beside it came about.</summary>
    /// <param name="possibilities">What was foretold.</param>
    /// <param name="run">What the symbols are.</param>
    /// <param name="made">What came about as text; <c>fails</c> where nothing did.</param>
    public static void Same<T>(Possibilities<T> possibilities, EvaluationContext run, string made)
    {
        if (possibilities is Possibilities<T>.CantSay)
            return;
        var holding = possibilities.All.Where(one => one.Guard.Holds(run)).ToList();
        Require.That(
            holding.Count == 1,
            string.Create(CultureInfo.InvariantCulture, $"{holding.Count} guards hold of {possibilities}")
        );
        var told = holding[0].Outcome switch
        {
            Outcome<T>.Gives { Value: SymbolicText text } => text.In(run),
            Outcome<T>.Gives { Value: bool truth } => truth ? "true" : "false",
            _ => "fails",
        };
        Require.That(told == made, $"it comes to {made}, and {told} was foretold: {possibilities}");
    }
}
