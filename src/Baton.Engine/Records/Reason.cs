using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Records;

/// <summary>Why a run stands where it stands; the edge makes one plain sentence of it.</summary>
public abstract record Reason
{
    private Reason() { }

    /// <summary>The run that the reason names, if it names one.</summary>
    public virtual RunId? Other => null;

    /// <summary>All that it needs was free.</summary>
    public sealed record Free : Reason;

    /// <summary>A resource has too few units left; <paramref name="By"/> is one that holds them.</summary>
    public sealed record Held(ResourceName Resource, RunId By) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => By;
    }

    /// <summary>Another run is ahead in line.</summary>
    public sealed record Behind(ResourceName Resource, RunId Ahead) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => Ahead;
    }

    /// <summary>A resource is paused.</summary>
    public sealed record Paused(ResourceName Resource) : Reason;

    /// <summary>It is not due before an instant; a burst is gathered, or a delay was asked for.</summary>
    public sealed record NotYet(Instant Until) : Reason;

    /// <summary>A newer run of its burst leads.</summary>
    public sealed record Gathered(RunId Leader) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => Leader;
    }

    /// <summary>It stops others and waits until they are gone.</summary>
    public sealed record Stopping(ResourceName Resource, RunId Whom) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => Whom;
    }

    /// <summary>The key is held by a live run, or lingers after one.</summary>
    public sealed record DuplicateOf(ResourceName Key, RunId Run, Conclusion? After, Instant? Until) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => Run;
    }

    /// <summary>The same request was made by another process, whose run lives.</summary>
    public sealed record AskedElsewhere(RunId Run) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => Run;
    }

    /// <summary>The resource has no line and no room.</summary>
    public sealed record NoLine(ResourceName Resource, RunId? By) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => By;
    }

    /// <summary>The line is full.</summary>
    public sealed record LineFull(ResourceName Resource, int Places) : Reason;

    /// <summary>More was asked for than there is.</summary>
    public sealed record TooMany(ResourceName Resource, int Units, int Capacity) : Reason;

    /// <summary>A request inside a run and another run would wait for each other.</summary>
    public sealed record Circle(ResourceName Resource, RunId With) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => With;
    }

    /// <summary>The run that it is asked inside of is being stopped.</summary>
    public sealed record InsideStopped(RunId Parent) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => Parent;
    }

    /// <summary>Runs are nested too deeply.</summary>
    public sealed record TooDeep(int Depth) : Reason;

    /// <summary>A filter says that the event was not meant.</summary>
    public sealed record NotMeant(string Why) : Reason;

    /// <summary>Another run takes its place: newer, or the one that was there and may not be replaced.</summary>
    public sealed record SupersededBy(ResourceName Resource, RunId By) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => By;
    }

    /// <summary>A run of higher priority takes its place.</summary>
    public sealed record PreemptedBy(ResourceName Resource, RunId By) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => By;
    }

    /// <summary>The run that it was inside of has ended or was stopped.</summary>
    public sealed record ParentOver(RunId Parent) : Reason
    {
        /// <inheritdoc/>
        public override RunId? Other => Parent;
    }

    /// <summary>A person or program said so.</summary>
    public sealed record Said(string By, string Why) : Reason;

    /// <summary>A job told how it went; both texts are its own.</summary>
    /// <param name="Session">The name that it goes by.</param>
    /// <param name="Status">Its status.</param>
    public sealed record JobSaid(string Session, string Status) : Reason;

    /// <summary>It waited as long as it wanted to.</summary>
    public sealed record WaitedTooLong(TimeSpan MaxWait) : Reason;

    /// <summary>Its owner is dead.</summary>
    public sealed record OwnerDead(string Domain) : Reason;

    /// <summary>It was not renewed for as long as its lease.</summary>
    public sealed record Unrenewed(TimeSpan For) : Reason;

    /// <summary>Its own work is over, as its owner says.</summary>
    public sealed record WorkOver : Reason;

    /// <summary>Its work was over this long ago, as the service says that ran its owner.</summary>
    public sealed record EndReported(TimeSpan Ago) : Reason;

    /// <summary>Another store had given its target a larger token.</summary>
    public sealed record TokenSeen(long Token) : Reason;

    /// <summary>Its settings are these from now on.</summary>
    public sealed record SettingsAre(ResourceSettings? Settings) : Reason;

    /// <summary>Its priority is this from now on.</summary>
    public sealed record PriorityIs(int Priority, string By, string Why) : Reason;
}
