using System.Diagnostics;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Health.Checks;

/// <summary>A store on another machine answers, and what it has can be read.</summary>
public sealed class RemoteCheck() : Check("remote-store")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Remote is not { } remote)
            yield break;
        if (remote.Failure is { } failure)
            yield return Fail(failure);
        else if (remote.Faults.Count == 0)
            yield return Well($"{remote.Address} answers");
        foreach (var fault in remote.Faults)
            yield return Fail($"{remote.Address}: {fault}", "nothing was changed: look at it before a run does");
        foreach (var refused in remote.Trial ?? [])
            yield return Fail(refused);
        if (remote.Trial is [])
            yield return Well("everything that it must do was tried on refs of its own, which are gone again");
    }

    private Diagnosis Fail(StoreException failure)
    {
        var (what, mend) = StoreWords.Of(failure);
        return Fail(what, mend ?? Mend(failure.Fault));
    }

    private static string Mend(StoreFault fault) =>
        fault switch
        {
            StoreFault.Corrupt => "nothing was overwritten: put back a backup, or name another store to begin anew",
            StoreFault.TooNew => "use the newer program that wrote it",
            StoreFault.ReadOnly => "use credentials that may write it",
            StoreFault.Full => "make room on its disk",
            StoreFault.Unsuitable => "name another store with --store",
            StoreFault.Unavailable =>
                "look whether the address is right, the network is there and the credentials hold",
            _ => throw new UnreachableException($"a fault that nobody mends: {fault}"),
        };
}
