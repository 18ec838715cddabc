namespace Baton.Proof.Exploring;

/// <summary>What trying every interleaving came to.</summary>
/// <param name="States">States that differ.</param>
/// <param name="Steps">Moves taken, those that led to a known state too.</param>
/// <param name="Ends">States after which nothing more can happen.</param>
/// <param name="Whole">Whether nothing was left out for lack of room or time.</param>
/// <param name="Fault">What is wrong, if something is.</param>
/// <param name="Timeline">The way to the fault: who, and what happened.</param>
internal sealed record Exploration(
    int States,
    long Steps,
    int Ends,
    bool Whole,
    string? Fault,
    IReadOnlyList<(string Actor, string Says)> Timeline
);
