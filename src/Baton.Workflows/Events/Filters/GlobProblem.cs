namespace Baton.Workflows.Events.Filters;

/// <summary>Something that is wrong with a pattern.</summary>
/// <param name="Column">The character, from 1; 0: the pattern as a whole.</param>
/// <param name="Message">One sentence without its full stop; characters of the pattern in it are on one line.</param>
/// <param name="Weight">What it means for the workflow.</param>
/// <param name="Hint">What to do about it, where that is known.</param>
public sealed record GlobProblem(int Column, string Message, GlobWeight Weight, string? Hint = null);
