using Baton.Engine;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>Writes an outcome into an open transaction: rows, audit entries, and the scope's own row last.</summary>
internal sealed class Decided(Database database, ScopeRow row, SqliteSettings settings)
{
    private AuditHead _head = row.Body.Head;

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
        foreach (var record in outcome.Records)
            Append(writer, new AuditFact.Happened(record), clock);
        var anchor = state.Version % settings.Retention.Every == 0 ? Prune(stored, clock) : null;
        if (anchor is not null)
            Append(writer, new AuditFact.Pruned(anchor), clock);
        var body = stored.Body with { Head = _head, Anchor = anchor ?? stored.Body.Anchor };
        (stored with { Body = body }).Write(database);
    }

    private Anchor? Prune(ScopeRow stored, ClockReading clock)
    {
        var pruning = new Pruning(database, stored, clock.Time);
        pruning.DropRuns(settings.Retention);
        return pruning.DropEntries(settings.Retention.Audit);
    }

    private void Append(ScopeWriter writer, AuditFact fact, ClockReading clock)
    {
        var body = new AuditBody(fact, new DateTimeOffset(clock.WallTicks, TimeSpan.Zero)).Write();
        var entry = AuditChain.Follow(row.Body.Name, _head, body);
        writer.Write(entry, fact);
        _head = entry.Head;
    }
}
