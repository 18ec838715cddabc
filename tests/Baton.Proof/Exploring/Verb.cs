namespace Baton.Proof.Exploring;

/// <summary>What an actor of a world can do; each is tried only where it could happen.</summary>
internal enum Verb
{
    /// <summary>Asks for its run.</summary>
    Ask,

    /// <summary>Asks again with the same request id, as after a lost answer.</summary>
    Again,

    /// <summary>Reads how its run stands.</summary>
    Look,

    /// <summary>Renews with what it last heard.</summary>
    Renew,

    /// <summary>Renews, and never hears the answer.</summary>
    RenewUnheard,

    /// <summary>Says that it knows it must stop.</summary>
    Acknowledge,

    /// <summary>Ends with success; later than its end, or with an old token, it is a stale word.</summary>
    Success,

    /// <summary>Ends with failure.</summary>
    Failure,

    /// <summary>Ends as cancelled, also while it waits.</summary>
    Quit,

    /// <summary>Dies without a word.</summary>
    Die,

    /// <summary>Tells that the owner of a run is dead, its processes perhaps not.</summary>
    DeadUnknown,

    /// <summary>Tells that the owner of a run and all its processes are dead.</summary>
    DeadGone,

    /// <summary>Tells that a run was seen unrenewed for its lease; its owner may live and go on.</summary>
    Unrenewed,

    /// <summary>Tells that the processes of a lost run are gone.</summary>
    Attest,

    /// <summary>An operator cancels a run.</summary>
    Cancel,

    /// <summary>An operator ends a run.</summary>
    Release,

    /// <summary>An operator puts a waiting run first.</summary>
    Raise,

    /// <summary>An operator pauses a group.</summary>
    Pause,

    /// <summary>An operator lets it go on.</summary>
    Resume,

    /// <summary>Time passes until the instant that is due.</summary>
    Tick,

    /// <summary>Twenty seconds pass.</summary>
    Late,
}
