namespace Baton.Proof.Broken;

/// <summary>One actor of a design: one act after the other; between any two of them others may act.</summary>
internal sealed record Part(string Actor, params IReadOnlyList<Act> Acts);

/// <summary>What is done in one go, once <paramref name="When"/> allows it.</summary>
internal sealed record Act(string Says, Action<Memory> Do, Func<Memory, bool>? When = null);
