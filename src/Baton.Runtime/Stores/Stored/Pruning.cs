using System.Globalization;
using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Stored;

/// <summary>
/// Forgets what is over, a bounded piece at a time and inside the transaction that comes by: ended runs that are too old
/// or too many, and old audit entries. A run stays while anything of it lingers, while runs inside it live, and as long
/// as its request might be repeated.
/// </summary>
internal sealed class Pruning(IPrunable store, Instant now)
{
    private const int RunsAtOnce = 512,
        EntriesAtOnce = 4096;

    /// <summary>Forgets ended runs, and old entries; the last of those, if there are any, becomes the anchor.</summary>
    public Anchor? Prune(Retention retention)
    {
        DropRuns(retention);
        return DropEntries(retention.Audit);
    }

    private void DropRuns(Retention retention)
    {
        var tooMany = store.Ended() - retention.Count;
        var old = now + -retention.Runs;
        foreach (var (run, free) in store.FreeBefore(now + -retention.Least, RunsAtOnce))
        {
            if (free >= old && tooMany <= 0)
                return;
            if (IsNeeded(run))
                continue;
            store.Drop(run.Id);
            tooMany--;
        }
    }

    private Anchor? DropEntries(TimeSpan keep)
    {
        var last = store.LastBefore(now + -keep, EntriesAtOnce);
        if (last is null)
            return null;
        store.DropEntries(last.Number);
        var policy = string.Create(CultureInfo.InvariantCulture, $"older than {keep.TotalDays:0.###} days");
        return new(last, policy, now);
    }

    private bool IsNeeded(Run run) =>
        store.View.Inside(run.Id).Any()
        || run.Ask.Needs.Any(need => store.View.Hold(need.Resource, run.Id) is not null);
}
