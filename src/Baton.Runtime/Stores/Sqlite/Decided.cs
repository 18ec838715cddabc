using Baton.Engine;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>Writes an outcome into an open transaction: rows, audit entries, and the scope's own row last.</summary>
internal sealed class Decided(Database database, ScopeRow row, SqliteSettings settings)
{
    /// <summary>Writes it.</summary>
    public void Write(Outcome outcome, ClockReading clock)
    {
        var state = outcome.Changes.OfType<Change.PutScope>().LastOrDefault()?.State ?? row.Body.State;
        var stored = row with { Body = row.Body with { State = state, Clock = clock } };
        if (stored.Id == ScopeRow.None)
            stored = stored.Write(database);
        var writer = new ScopeWriter(database, stored.Id);
        foreach (var change in outcome.Changes)
            writer.Write(change);
        var audit = new AuditEnd(row.Body.Name, row.Body.Head, clock);
        foreach (var record in outcome.Records)
            Append(writer, audit, new AuditFact.Happened(record));
        var anchor = state.Version % settings.Retention.Every == 0 ? Prune(stored, clock) : null;
        if (anchor is not null)
            Append(writer, audit, new AuditFact.Pruned(anchor));
        var body = stored.Body with { Head = audit.Head, Anchor = anchor ?? stored.Body.Anchor };
        (stored with { Body = body }).Write(database);
    }

    private Anchor? Prune(ScopeRow stored, ClockReading clock) =>
        new Pruning(new PrunableScope(database, stored), clock.Time).Prune(settings.Retention);

    private static void Append(ScopeWriter writer, AuditEnd audit, AuditFact fact) =>
        writer.Write(audit.Follow(fact), fact);
}
