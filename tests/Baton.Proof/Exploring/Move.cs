namespace Baton.Proof.Exploring;

/// <summary>One thing that one actor can do now.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Take">Does it: the state afterwards, and what happened in words. The state before stays as it is.</param>
internal sealed record Move<TState>(string Actor, Func<(TState Next, string Says)> Take);
