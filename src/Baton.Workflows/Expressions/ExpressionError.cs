namespace Baton.Workflows.Expressions;

/// <summary>What is wrong with an expression, in GitHub's words where GitHub has words for it.</summary>
/// <param name="Kind">At which step it failed.</param>
/// <param name="Message">
/// The whole message as GitHub gives it. It repeats what the expression says, so it goes through
/// <see cref="Findings.OneLine"/> before it is shown.
/// </param>
/// <param name="Index">Where in the expression's text, from 0.</param>
/// <param name="Length">How many characters are meant; 0 where the place is the end.</param>
public sealed record ExpressionError(ErrorKind Kind, string Message, int Index, int Length)
{
    /// <summary>The message without the place and without the expression, for those who show both.</summary>
    public string Summary { get; init; } = Message;

    /// <summary>What to do about it, where that is known.</summary>
    public string? Hint { get; init; }

    /// <summary>Where in the expression's text, in characters from 1.</summary>
    public int Position => Index + 1;
}
