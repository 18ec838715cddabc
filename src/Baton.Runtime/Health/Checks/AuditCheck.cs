using System.Globalization;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Health.Checks;

/// <summary>The audit is whole.</summary>
public sealed class AuditCheck() : Check("audit")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Scope is not { } scope)
            yield break;
        var entries = string.Create(
            CultureInfo.InvariantCulture,
            $"{scope.Entries} {(scope.Entries == 1 ? "entry" : "entries")}"
        );
        yield return scope.Audit switch
        {
            null => Well($"the audit has {entries}, which are too many to verify in passing: baton audit verify does"),
            AuditVerdict.Broken broken => Fail(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the audit is broken at entry {broken.Number}: {broken.What}"
                ),
                "keep a copy of the store and find out who changed it; baton audit export writes what is left"
            ),
            _ => Well($"the audit is whole: {entries}"),
        };
    }
}
