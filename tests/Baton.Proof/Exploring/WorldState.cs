using Baton.Engine;
using Baton.Engine.Views;
using Baton.Proof.Checks;

namespace Baton.Proof.Exploring;

/// <summary>A world at one moment. Never changed: a step makes another.</summary>
/// <param name="Scope">What the engine reads.</param>
/// <param name="Promises">What the checks remember.</param>
/// <param name="Now">Scope time.</param>
/// <param name="Due">When the engine wants to be asked again.</param>
/// <param name="Actors">Where each actor stands, in the world's order.</param>
internal sealed record WorldState(
    MemoryScope Scope,
    Promises Promises,
    Instant Now,
    Instant? Due,
    IReadOnlyList<Standpoint> Actors
);

/// <summary>Where an actor stands, and what it last heard of its run.</summary>
internal readonly record struct Standpoint(int Place, long Token, long Counter, bool Dead);
