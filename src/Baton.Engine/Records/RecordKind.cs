namespace Baton.Engine.Records;

/// <summary>What an audit record tells.</summary>
public enum RecordKind
{
    /// <summary>A run waits.</summary>
    Waiting,

    /// <summary>A run was granted.</summary>
    Granted,

    /// <summary>A run was told to stop.</summary>
    Stopping,

    /// <summary>A stopping run knows.</summary>
    Acknowledged,

    /// <summary>A run's own work is over; runs inside it are not.</summary>
    Concluding,

    /// <summary>A preempted run waits again.</summary>
    Requeued,

    /// <summary>A run ended.</summary>
    Ended,

    /// <summary>The processes of a lost run are gone.</summary>
    Attested,

    /// <summary>A resource grants nothing.</summary>
    Paused,

    /// <summary>A resource grants again.</summary>
    Resumed,

    /// <summary>A run has another priority.</summary>
    Reprioritised,

    /// <summary>Settings were recorded or forgotten.</summary>
    Configured,

    /// <summary>A run has a larger token.</summary>
    TokenRaised,

    /// <summary>A run proceeded unprotected.</summary>
    Unprotected,

    /// <summary>The command of an observed run is over; it ran whatever was decided.</summary>
    Observed,

    /// <summary>A CI service's word about a job was told.</summary>
    Reported,

    /// <summary>The scope was closed here, since it moves to another store.</summary>
    Left,

    /// <summary>The scope is closed here until what it had in another store is brought.</summary>
    Awaited,

    /// <summary>The scope goes on here with all that it had in another store.</summary>
    Arrived,
}
