namespace Baton.Workflows.Expressions.Explaining;

/// <summary>One step on the way to a value.</summary>
/// <param name="Depth">How far below the whole it stands, from 0.</param>
/// <param name="Text">The part of the expression, as it is written.</param>
/// <param name="Index">Where the part starts in the expression's text, from 0.</param>
/// <param name="Outcome">Its value on one line, or that it was not evaluated.</param>
/// <param name="Because">Why, in plain words; null where it goes without saying.</param>
public sealed record ExplainedStep(int Depth, string Text, int Index, string Outcome, string? Because)
{
    /// <summary>The step as a sentence without its full stop.</summary>
    public override string ToString() => Because is null ? $"{Text} {Outcome}" : $"{Text} {Outcome}: {Because}";
}
