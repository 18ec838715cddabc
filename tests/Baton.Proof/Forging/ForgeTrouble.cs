namespace Baton.Proof.Forging;

/// <summary>What a made-up forge does instead of answering as it should.</summary>
internal enum ForgeTrouble
{
    /// <summary>Nothing: it answers.</summary>
    None,

    /// <summary>It fails and has done nothing.</summary>
    FailsBefore,

    /// <summary>It does what it was asked, and then fails.</summary>
    FailsAfter,

    /// <summary>It does nothing and never answers.</summary>
    HangsBefore,

    /// <summary>It does what it was asked, and never answers.</summary>
    HangsAfter,

    /// <summary>It does what it was asked, and the connection breaks before the answer.</summary>
    BreaksAfter,

    /// <summary>It has been asked too much lately, and says until when.</summary>
    Limited,

    /// <summary>It has been asked too much lately, and says no more.</summary>
    LimitedVaguely,

    /// <summary>The token may not do that.</summary>
    Forbids,
}
