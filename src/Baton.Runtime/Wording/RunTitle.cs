using Baton.Engine;

namespace Baton.Runtime.Wording;

/// <summary>How a run is told to people.</summary>
/// <param name="Title">What it is: `opened #12`, a workflow and its number.</param>
/// <param name="Url">Where it can be looked at.</param>
/// <param name="Since">When it took what it holds, or since when it waits.</param>
public sealed record RunTitle(string? Title, string? Url, Instant? Since);
