namespace Baton.Runtime.Kernel;

/// <summary>How a run stood when it was seen: while it is renewed, it never stands so again.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Token">Its token.</param>
/// <param name="Counter">How often it was renewed since.</param>
public readonly record struct Sighting(string Run, long Token, long Counter);
