using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Moving;

/// <summary>What a scope is to be from now on.</summary>
/// <param name="Body">Its own row, with the new head of the audit.</param>
/// <param name="Entry">The entry that says so.</param>
/// <param name="Fact">What the entry tells.</param>
public sealed record Remaking(ScopeBody Body, AuditEntry Entry, AuditFact Fact)
{
    /// <summary>All that it has instead of what it had; what it had stays if there is none.</summary>
    public ScopeImage? Content { get; init; }

    /// <summary>Closes or opens it; what is in it stays.</summary>
    /// <param name="standing">How it stands.</param>
    /// <param name="elsewhere">Where its state is from now on; none if it is here.</param>
    /// <param name="told">What the audit says, and who it was.</param>
    public static Remaking Of(ScopeStanding standing, Elsewhere? elsewhere, (RecordKind Kind, Reason.Said Said) told)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var state = standing.Body.State with
        {
            Version = standing.Body.State.Version + 1,
            Time = standing.Clock.Time,
            Elsewhere = elsewhere,
        };
        return Follow(standing.Body with { State = state, Clock = standing.Clock }, told);
    }

    /// <summary>Lets it go on with what it had in another store: no token is given twice, and time never goes back.</summary>
    /// <param name="standing">How it stands.</param>
    /// <param name="image">What it had there.</param>
    /// <param name="told">What the audit says, and who it was.</param>
    public static Remaking Of(ScopeStanding standing, ScopeImage image, (RecordKind Kind, Reason.Said Said) told)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(image);
        var (here, there) = (standing.Body.State, image.Body.State);
        var clock = standing.Clock with { Time = Instant.Later(standing.Clock.Time, image.Time) };
        var state = there with
        {
            Version = Math.Max(here.Version, there.Version) + 1,
            LastToken = Math.Max(here.LastToken, there.LastToken),
            Arrivals = Math.Max(here.Arrivals, there.Arrivals),
            Time = clock.Time,
            Elsewhere = null,
        };
        return Follow(image.Body with { State = state, Clock = clock }, told) with { Content = image };
    }

    private static Remaking Follow(ScopeBody body, (RecordKind Kind, Reason.Said Said) told)
    {
        var fact = new AuditFact.Happened(new Record(told.Kind, body.State.Time, null, null, told.Said));
        var entry = new AuditEnd(body.Name, body.Head, body.Clock).Follow(fact);
        return new(body with { Head = entry.Head }, entry, fact);
    }
}
