namespace Baton.Workflows.Events.Filters;

/// <summary>What became of reading a pattern.</summary>
/// <param name="Glob">The pattern; null where GitHub refuses it.</param>
/// <param name="Problems">What is wrong with it, from left to right; a pattern that is read may have doubtful ones.</param>
public sealed record GlobReading(Glob? Glob, IReadOnlyList<GlobProblem> Problems);
