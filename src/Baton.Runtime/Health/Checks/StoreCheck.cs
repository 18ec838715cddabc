using System.Diagnostics;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Health.Checks;

/// <summary>The database is there and this program can read it, or the first run can make it.</summary>
public sealed class StoreCheck() : Check("store")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is not { } store)
            yield break;
        if (store.Failure is { } failure)
            yield return Fail(Sentence(failure), Mend(failure.Fault));
        else if (!store.Exists && !store.IsFolderOpen)
            yield return Fail(
                $"this user may not look into {store.Folder.Path}, so whether {store.Path} is there can't be told",
                "run baton as the user whose store it is, or name another with --store sqlite:PATH"
            );
        else if (!store.Exists && store.Log is { Bytes: > 0 })
            yield return Fail(
                $"{store.Path} is gone, and its log {store.Log.Path} is still there",
                "put the database back; or remove the log too to begin anew, with tokens from 1 again"
            );
        else if (!store.Exists)
            yield return Well($"{store.Path} is not there yet: the first run makes it");
        else
            yield return Well($"{store.Path} can be read");
    }

    // The message ends with what to do, in sentences of its own.
    private static string Sentence(StoreException failure) =>
        failure.Message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end
            ? failure.Message[..end]
            : failure.Message.TrimEnd('.');

    private static string Mend(StoreFault fault) =>
        fault switch
        {
            StoreFault.Corrupt =>
                "nothing was overwritten: keep a copy of the file and of those with -wal and -shm behind its name, "
                    + "then put back a backup of all three, or move all three away to begin anew; fenced targets then ask for larger tokens",
            StoreFault.TooNew => "use the newer program that wrote it",
            StoreFault.ReadOnly => "make the file and its folder writable for this user",
            StoreFault.Full => "make room on its disk",
            StoreFault.Unsuitable => "name a file of Baton's own on a local disk: --store sqlite:PATH",
            StoreFault.Unavailable =>
                "look whether the file and its folder are this user's, and whether a process hangs that has it open",
            _ => throw new UnreachableException($"a fault that nobody mends: {fault}"),
        };
}
