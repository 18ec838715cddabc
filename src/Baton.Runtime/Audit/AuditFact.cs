using Baton.Engine.Records;

namespace Baton.Runtime.Audit;

/// <summary>What an audit entry tells of.</summary>
public abstract record AuditFact
{
    private AuditFact() { } // closed: every case is here

    /// <summary>Something happened in the scope.</summary>
    public sealed record Happened(Record Record) : AuditFact;

    /// <summary>Older entries were pruned.</summary>
    public sealed record Pruned(Anchor Anchor) : AuditFact;
}
