namespace Baton.Runtime.Health;

/// <summary>What a check found.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="Condition">How bad it is.</param>
/// <param name="Sentence">One sentence without its full stop; it may hold foreign text.</param>
/// <param name="Mend">How to mend it; null where all is well.</param>
public sealed record Diagnosis(string Check, Condition Condition, string Sentence, string? Mend);
