using System.Diagnostics;
using Baton.Engine;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Stored;

/// <summary>The growing end of a scope's audit, while an outcome is written: each fact becomes the entry after the last.</summary>
internal sealed class AuditEnd(string scope, AuditHead head, ClockReading clock)
{
    /// <summary>The newest entry.</summary>
    public AuditHead Head { get; private set; } = head;

    /// <summary>Makes the next entry.</summary>
    public AuditEntry Follow(AuditFact fact)
    {
        var body = new AuditBody(fact, new DateTimeOffset(clock.WallTicks, TimeSpan.Zero)).Write();
        var entry = AuditChain.Follow(scope, Head, body);
        Head = entry.Head;
        return entry;
    }

    /// <summary>What a fact is found by: when it happened, and to which run.</summary>
    public static (Instant At, RunId? Run) SubjectOf(AuditFact fact) =>
        fact switch
        {
            AuditFact.Happened happened => (happened.Record.At, happened.Record.Run),
            AuditFact.Pruned pruned => (pruned.Anchor.At, null),
            _ => throw new UnreachableException($"a fact that no store knows: {fact}"),
        };
}
