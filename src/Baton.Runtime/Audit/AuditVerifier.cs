using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Audit;

/// <summary>
/// Finds what was changed, taken out, put elsewhere or cut off in a scope's audit (promise 10). The chain alone shows what
/// happened in its middle; its beginning is held by the anchor, which the chain itself records, and its end by the head,
/// which stands in the scope's row and in every summary that was printed. Somebody who can rewrite the whole store can
/// make a chain that agrees with itself: only a head that is known from outside finds that out.
/// </summary>
public static class AuditVerifier
{
    /// <summary>Verifies a trail, and that it passes through a head that is known from outside.</summary>
    public static AuditVerdict Verify(AuditTrail trail, AuditHead? known)
    {
        var walk = new Walk(trail, known);
        foreach (var entry in trail.Entries)
            if (walk.Step(entry) is { } broken)
                return broken;
        return walk.Finish() is { } cut ? cut : new AuditVerdict.Whole(trail.Head);
    }

    private sealed class Walk(AuditTrail trail, AuditHead? known)
    {
        private AuditHead _last = trail.Anchor?.Head ?? AuditHead.None;
        private Anchor? _recorded;
        private bool _met;

        public AuditVerdict.Broken? Step(AuditEntry entry)
        {
            var due = _last.Number + 1;
            if (entry.Number > due)
                return Broken(
                    due,
                    due == 1
                        ? "the first entries are missing, and no anchor says that they were pruned"
                        : "it is missing"
                );
            if (entry.Number < due)
                return Broken(entry.Number, "it should have been pruned, or stands twice");
            if (AuditChain.HashOf(trail.Scope, entry) != entry.Hash)
                return Broken(entry.Number, "its content is not what was recorded");
            if (entry.Previous != _last.Hash)
                return Broken(entry.Number, "it doesn't follow the entry before it: one of them was exchanged");
            return Read(entry);
        }

        public AuditVerdict.Broken? Finish()
        {
            if (_last.Number < trail.Head.Number)
                return Broken(_last.Number + 1, $"it is missing: the newest entry should be {trail.Head.Number}");
            if (_last != trail.Head)
                return Broken(_last.Number, "it is not the newest entry that the scope remembers");
            if (_recorded != trail.Anchor)
                return Broken(_last.Number, "the anchor is not the one that the last pruning recorded");
            return known is null || _met ? null : Missed(known);
        }

        private AuditVerdict.Broken? Read(AuditEntry entry)
        {
            _last = entry.Head;
            if (known?.Number == entry.Number)
            {
                _met = known.Hash == entry.Hash;
                if (!_met)
                    return Broken(entry.Number, "its hash is not the known one: the audit was rewritten");
            }
            try
            {
                _recorded = entry.Fact is AuditFact.Pruned pruned ? pruned.Anchor : _recorded;
                return null;
            }
            catch (StoredBodyException fault)
            {
                return Broken(entry.Number, fault.Message);
            }
        }

        private AuditVerdict.Broken? Missed(AuditHead head)
        {
            var start = trail.Anchor?.Head ?? AuditHead.None;
            if (head.Number > _last.Number)
                return Broken(_last.Number + 1, $"it is missing: entry {head.Number} is known from outside");
            if (head.Number < start.Number || head == start)
                return null; // pruned: nothing is left that could be compared
            return Broken(head.Number, "its hash is not the known one: the audit was rewritten");
        }

        private static AuditVerdict.Broken Broken(long number, string what) => new(number, what);
    }
}
