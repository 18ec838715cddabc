using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Stored;

/// <summary>What stays of a scope that is purged: its own row, and the one entry that its audit goes on from.</summary>
/// <param name="Body">The row: token, time and the numbers of the audit go on from where they are.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Fact">What the entry tells.</param>
internal sealed record Emptied(ScopeBody Body, AuditEntry Entry, AuditFact Fact)
{
    /// <summary>What stays.</summary>
    public static Emptied Of(ScopeBody scope, PurgeOrder order, ClockReading clock)
    {
        var fact = new AuditFact.Pruned(new Anchor(scope.Head, order.Policy, clock.Time));
        var entry = new AuditEnd(scope.Name, scope.Head, clock).Follow(fact);
        // What has moved away stays away: two stores must never grant one scope. Whom nobody awaits any more needn't come.
        var state = scope.State with
        {
            Version = scope.State.Version + 1,
            Time = clock.Time,
            Elsewhere = scope.State.Elsewhere as Elsewhere.MovedTo,
        };
        return new(scope with { State = state, Clock = clock, Head = entry.Head, Anchor = fact.Anchor }, entry, fact);
    }
}
