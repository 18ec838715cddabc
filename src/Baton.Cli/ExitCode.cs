namespace Baton.Cli;

/// <summary>Why Baton ended as it did, where it isn't the child's own code that it ends with.</summary>
public enum ExitCode
{
    /// <summary>All is well.</summary>
    Success = 0,

    /// <summary>The answer is no: lint found something, a session was prevented.</summary>
    Findings = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 64,

    /// <summary>What was read is wrong: the event's payload, a field that a template needs, an expression.</summary>
    Input = 65,

    /// <summary>What was asked about isn't there.</summary>
    NotFound = 66,

    /// <summary>The store can't be reached.</summary>
    StoreUnavailable = 69,

    /// <summary>A mistake in Baton.</summary>
    Internal = 70,

    /// <summary>The operating system refused something.</summary>
    System = 71,

    /// <summary>The store's content is damaged.</summary>
    StoreDamaged = 72,

    /// <summary>The store can't be written.</summary>
    StoreReadOnly = 73,

    /// <summary>Output can't be written.</summary>
    Output = 74,

    /// <summary>It waited longer than it wanted to.</summary>
    TimedOut = 75,

    /// <summary>It can't be had.</summary>
    Rejected = 76,

    /// <summary>The store refused the command, and nothing changed.</summary>
    Refused = 77,

    /// <summary>The configuration is wrong.</summary>
    Configuration = 78,

    /// <summary>The disk is full.</summary>
    StoreFull = 79,

    /// <summary>A newer Baton wrote the store.</summary>
    StoreTooNew = 80,

    /// <summary>The store can't be where it is.</summary>
    StoreUnsuitable = 81,

    /// <summary>The audit was changed.</summary>
    AuditBroken = 82,

    /// <summary>The doctor found a problem.</summary>
    Unwell = 83,

    /// <summary>A push conflicts with what others pushed.</summary>
    PushConflict = 84,

    /// <summary>A push dropped a part of this run's change.</summary>
    PartiallyApplied = 85,

    /// <summary>A push had nothing left to change.</summary>
    NoChange = 86,

    /// <summary>The remote doesn't take a push.</summary>
    PushRefused = 87,

    /// <summary>A push was tried as often or as long as it may be.</summary>
    PushFailed = 88,

    /// <summary>The service that has the repository could not be asked.</summary>
    ForgeUnavailable = 89,

    /// <summary>The lease was lost.</summary>
    Lost = 90,

    /// <summary>Somebody cancelled the run.</summary>
    Cancelled = 91,

    /// <summary>A newer run took its place.</summary>
    Superseded = 92,

    /// <summary>A run of higher priority took its place.</summary>
    Preempted = 93,

    /// <summary>The command can't be executed.</summary>
    CannotExecute = 126,

    /// <summary>The command was not found.</summary>
    CommandNotFound = 127,
}
