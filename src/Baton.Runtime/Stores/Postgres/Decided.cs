using Baton.Engine;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>An outcome on its way into the database: the statements that write it, and by what it is found again.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Before">The scope's row that it was decided on.</param>
/// <param name="After">The scope's row that it makes.</param>
/// <param name="Entries">What it adds to the audit.</param>
internal sealed record Decided(
    Outcome Outcome,
    ScopeRow Before,
    ScopeRow After,
    IReadOnlyList<(AuditEntry Entry, AuditFact Fact)> Entries
)
{
    /// <summary>
    /// Moves a scope on from a version to the next and says what time it is; it fails if the scope has another version by
    /// now, and whatever follows in the same message with it.
    /// </summary>
    public const string Advance = """
        WITH moved AS (
          UPDATE baton.scopes SET version = $2 + 1, body = $3 WHERE id = $1 AND version = $2 RETURNING 1)
        SELECT CASE WHEN EXISTS (SELECT FROM moved) THEN clock_timestamp() ELSE baton.moved($1, $2) END
        """;

    /// <summary>Whether there is anything to write.</summary>
    public static bool IsAny(Outcome outcome) => outcome.Changes.Count > 0 || outcome.Records.Count > 0;

    /// <summary>Makes the rows of an outcome.</summary>
    /// <param name="outcome">What was decided.</param>
    /// <param name="row">The scope's row.</param>
    /// <param name="clock">Scope time of the decision.</param>
    /// <param name="anchor">Where the audit begins from now on, if it was pruned on this occasion.</param>
    public static Decided Of(Outcome outcome, ScopeRow row, ClockReading clock, Anchor? anchor = null)
    {
        var state = outcome.Changes.OfType<Change.PutScope>().Last().State;
        var audit = new AuditEnd(row.Body.Name, row.Body.Head, clock);
        var facts = outcome.Records.Select(AuditFact (record) => new AuditFact.Happened(record));
        if (anchor is not null)
            facts = facts.Append(new AuditFact.Pruned(anchor));
        var entries = facts.Select(fact => (audit.Follow(fact), fact)).ToList();
        var body = row.Body with
        {
            State = state,
            Clock = clock,
            Head = audit.Head,
            Anchor = anchor ?? row.Body.Anchor,
        };
        return new(outcome, row, row with { Body = body }, entries);
    }

    /// <summary>Adds the statements that write it: first the one that fails unless the scope is still as it was.</summary>
    public void Write(Exchange exchange, Action<long> committing)
    {
        exchange.Add(
            Advance,
            row => committing(row.GetFieldValue<DateTime>(0).Ticks),
            Exchange.Value(Before.Id),
            Exchange.Value(Before.Version),
            Exchange.Value(After.Body.Write())
        );
        var writing = new Writing(exchange, Before.Id);
        writing.Drop(
            Outcome.Changes.OfType<Change.DropHold>().Select(drop => drop.Hold),
            Outcome.Changes.OfType<Change.DropResource>().Select(drop => drop.Name)
        );
        writing.Put(
            [.. Outcome.Changes.OfType<Change.PutHold>().Select(put => put.Hold)],
            [.. Outcome.Changes.OfType<Change.PutResource>().Select(put => put.Resource)]
        );
        Change.PutRun[] runs = [.. Outcome.Changes.OfType<Change.PutRun>()];
        writing.Runs(runs);
        writing.Lines(runs);
        writing.Entries(Entries);
    }
}
