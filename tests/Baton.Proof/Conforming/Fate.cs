namespace Baton.Proof.Conforming;

/// <summary>What happens to a contender of a round.</summary>
internal enum Fate
{
    /// <summary>Nothing.</summary>
    Sound,

    /// <summary>The command fails.</summary>
    Fails,

    /// <summary>The request is committed and its answer lost: the same is asked again.</summary>
    AskingUnheard,

    /// <summary>The end is committed and its answer lost: it is said again.</summary>
    EndUnheard,

    /// <summary>It dies after its request was committed, and hears nothing of it.</summary>
    DiesAsking,

    /// <summary>It dies while it holds.</summary>
    DiesHolding,
}
