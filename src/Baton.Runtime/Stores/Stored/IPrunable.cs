using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Stored;

/// <summary>What pruning asks of a store, inside the transaction that comes by.</summary>
internal interface IPrunable
{
    /// <summary>The scope.</summary>
    IScopeView View { get; }

    /// <summary>How many ended runs it has.</summary>
    long Ended();

    /// <summary>Ended runs of which nothing matters since before an instant, the oldest first, each with when that was.</summary>
    IReadOnlyList<(Run Run, Instant Free)> FreeBefore(Instant due, int limit);

    /// <summary>Forgets an ended run.</summary>
    void Drop(RunId run);

    /// <summary>Of so many oldest entries the last one before an instant, with none after the instant before it.</summary>
    AuditHead? LastBefore(Instant cutoff, int limit);

    /// <summary>Forgets the entries up to a number.</summary>
    void DropEntries(long last);
}
