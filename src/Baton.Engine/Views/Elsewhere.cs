namespace Baton.Engine.Views;

/// <summary>That the state of a scope is not here, so that nothing may be decided here: two stores must never grant one scope.</summary>
/// <param name="Place">The store that has it, as an address.</param>
public abstract record Elsewhere(string Place)
{
    /// <summary>All that was here is there.</summary>
    public sealed record MovedTo(string Place) : Elsewhere(Place);

    /// <summary>What is to be here is still there, or on its way.</summary>
    public sealed record ComingFrom(string Place) : Elsewhere(Place);
}
