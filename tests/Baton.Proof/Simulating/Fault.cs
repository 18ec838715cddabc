namespace Baton.Proof.Simulating;

/// <summary>What goes wrong in a simulated world.</summary>
internal enum Fault
{
    /// <summary>A word never reaches the store.</summary>
    LostRequest,

    /// <summary>The store has heard and perhaps committed, and its answer never comes.</summary>
    LostAnswer,

    /// <summary>A word or an answer takes seconds.</summary>
    Delay,

    /// <summary>Somebody else has committed between reading and writing.</summary>
    Conflict,

    /// <summary>The store can't be reached for a while, and comes back from its disk.</summary>
    Restart,

    /// <summary>A process is killed; what it had started goes on.</summary>
    Crash,

    /// <summary>A process is killed with all that it had started.</summary>
    TreeKill,

    /// <summary>A process is stopped, alone or with what it had started, and goes on later.</summary>
    Freeze,

    /// <summary>A machine loses its power and starts again.</summary>
    Reboot,

    /// <summary>A process is asked to end.</summary>
    Signal,

    /// <summary>The kernel doesn't say whether a process lives, or what is left of it.</summary>
    BlindLook,
}
