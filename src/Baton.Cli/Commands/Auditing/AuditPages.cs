using Baton.Runtime.Audit;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Auditing;

/// <summary>Reads an audit from an entry on to its end, in pieces.</summary>
internal static class AuditPages
{
    private const int Piece = 1000;

    /// <summary>The entries in their order.</summary>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public static async IAsyncEnumerable<AuditEntry> EntriesAsync(this ITendedScope scope, long from)
    {
        for (var next = from; ; )
        {
            var entries = await scope.RecordsAsync(next, Piece, default).ConfigureAwait(false);
            foreach (var entry in entries)
                yield return entry;
            if (entries.Count == 0)
                yield break;
            next = entries[^1].Number + 1;
        }
    }
}
