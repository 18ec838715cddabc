namespace Baton.Runtime.Stores.Moving;

/// <summary>One end of a move.</summary>
/// <param name="Scope">The scope there.</param>
/// <param name="Address">The store, as an address.</param>
public sealed record MovingPlace(ITendedScope Scope, string Address);
