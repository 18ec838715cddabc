namespace Baton.Proof.Exploring;

/// <summary>Something whose interleavings are tried, all of them: the engine with its clients, or a design that is broken.</summary>
internal interface IModel<TState>
{
    /// <summary>Where everything begins.</summary>
    TState Start { get; }

    /// <summary>What can happen next; nothing at an end.</summary>
    IEnumerable<Move<TState>> Moves(TState state);

    /// <summary>A text that is the same for states from which the same can happen.</summary>
    string Likeness(TState state);

    /// <summary>What is wrong with a state, if something is.</summary>
    string? Fault(TState state, bool atEnd);
}
