namespace Baton.Runtime.Health.Checks;

/// <summary>The database is sound inside.</summary>
public sealed class IntegrityCheck() : Check("integrity")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is not { Exists: true, Failure: null } store)
            return [];
        return store.Faults.Count == 0
            ? [Well("the database is sound, by SQLite's quick check")]
            : store.Faults.Select(fault =>
                Fail(
                    $"{store.Path} is damaged: {fault}",
                    "keep a copy of the file and of those with -wal and -shm behind its name, then put back a backup of all three"
                )
            );
    }
}
