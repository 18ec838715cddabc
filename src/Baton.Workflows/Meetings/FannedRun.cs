using Baton.Workflows.Events.Deeds;

namespace Baton.Workflows.Meetings;

/// <summary>A run that a deed starts.</summary>
/// <param name="Start">The workflow, and the occasion on which it starts.</param>
/// <param name="Emission">The event of the deed.</param>
/// <param name="Fate">What becomes of it where all runs of the deed come at once.</param>
public sealed record FannedRun(Start Start, Emission Emission, Fate Fate);
