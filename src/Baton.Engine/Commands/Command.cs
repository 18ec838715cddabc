using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Commands;

/// <summary>Everything that can be asked of the engine.</summary>
public abstract record Command
{
    private Command() { }

    /// <summary>Asks for a run. Asking again with the same request id changes nothing and gives the same answer.</summary>
    public sealed record Request(Ask Ask) : Command;

    /// <summary>Renews a live run; idempotent by the counter that the sender last heard of.</summary>
    public sealed record Renew(RunId Run, long Token, long Counter) : Command;

    /// <summary>Says that a stopping run knows it must stop; sets the end of its lease once to now + grace.</summary>
    public sealed record Acknowledge(RunId Run, long Token, TimeSpan Grace) : Command;

    /// <summary>Says that the run's work is over: success, failure or cancelled.</summary>
    public sealed record End(RunId Run, long Token, Conclusion Conclusion) : Command
    {
        /// <summary>
        /// How long ago it was over, as the service reports that runs the owner; none where the owner says so itself, just
        /// now. What lingers counts from then, but never from before the grant.
        /// </summary>
        public TimeSpan? Ago { get; init; }
    }

    /// <summary>Calls a run lost.</summary>
    public sealed record Expire(RunId Run, long Token, long Counter, Evidence Evidence, Remains Remains) : Command;

    /// <summary>Says that the processes of a lost run are gone, so that nothing lingers for their sake.</summary>
    public sealed record Attest(RunId Run) : Command;

    /// <summary>Tells a run to stop; a waiting one ends at once.</summary>
    public sealed record Cancel(RunId Run, string By, string Why) : Command;

    /// <summary>An operator ends a run, whatever its owner does.</summary>
    public sealed record Release(RunId Run, string By, string Why) : Command;

    /// <summary>Makes a resource grant nothing.</summary>
    public sealed record Pause(ResourceName Resource, string By, string Why) : Command;

    /// <summary>Lets it grant again.</summary>
    public sealed record Resume(ResourceName Resource, string By, string Why) : Command;

    /// <summary>Gives a waiting run another base priority, counted from its first time of asking.</summary>
    public sealed record Reprioritise(RunId Run, int Priority, string By, string Why) : Command;

    /// <summary>Records the settings of a resource, or forgets the recorded ones.</summary>
    public sealed record Configure(ResourceName Resource, ResourceSettings? Settings, string By) : Command;

    /// <summary>Gives an active run a token above one that its target has seen from another store.</summary>
    public sealed record RaiseToken(RunId Run, long Token, long Above) : Command;

    /// <summary>Tells afterwards that a run proceeded unprotected.</summary>
    public sealed record ReportUnprotected(Origin Origin, string Why) : Command;

    /// <summary>Tells afterwards what really became of an observed run. Decides nothing and changes no run.</summary>
    /// <param name="Observation">What became of it.</param>
    /// <param name="Against">Why enforcing would have let it run otherwise; nothing where it would have run just so.</param>
    public sealed record ReportObserved(Observation Observation, Reason? Against) : Command;

    /// <summary>Tells what a CI service says of a job: of a run's, or of one that was never asked for. Changes no run.</summary>
    /// <param name="Run">The run; none where the job has none.</param>
    /// <param name="Origin">Where the job comes from.</param>
    /// <param name="Conclusion">How it went; a duplicate where it did not execute.</param>
    /// <param name="Job">The job's own words.</param>
    public sealed record ReportJob(RunId? Run, Origin Origin, Conclusion Conclusion, Reason.JobSaid Job) : Command;

    /// <summary>Nothing but that time has passed.</summary>
    public sealed record Tick : Command;
}
