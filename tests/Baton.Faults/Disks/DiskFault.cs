using Baton.Faults.Killing;
using Baton.Faults.Machines;

namespace Baton.Faults.Disks;

/// <summary>The store's disk fails at some moment of a run, and is well again afterwards.</summary>
/// <param name="name">What happens when.</param>
/// <param name="play">Plays it; says what became of it.</param>
internal sealed class DiskFault(string name, Func<DiskStage, Task<string>> play) : Fault
{
    private const int Times = 3;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string? Missing => TinyDisk.Missing;

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        foreach (var _ in ledger.Places(Times))
        {
            using var stage = new Stage();
            using var disk = new TinyDisk(stage);
            ledger.Sees(await play(new(stage, disk, ledger)));
            await new Aftermath(stage, ledger, name).CheckAsync();
        }
    }
}

/// <summary>Where a disk fails.</summary>
internal sealed record DiskStage(Stage Stage, TinyDisk Disk, Ledger Ledger)
{
    /// <summary>The machine.</summary>
    public Machine Machine => Stage.Machine;

    /// <summary>A store that is in use.</summary>
    public async Task WarmAsync() => Expect(await Machine.Run(Stage.Run("0")), 0);

    /// <summary>What must have ended with a code, and, if that is an error, have named the store.</summary>
    public void Expect(Ended ended, int code)
    {
        Ledger.Expect(ended.Code == code, $"exit {ended.Code} where {code} was expected: {ended.Errors}");
        if (code != 0)
            Ledger.Expect(
                ended.Errors.Contains(Disk.Database, StringComparison.Ordinal),
                $"no path in: {ended.Errors}"
            );
    }

    /// <summary>How many have begun.</summary>
    public void ExpectBegun(int count)
    {
        var begun = Stage.Entries().Count(entry => entry.Word == "in");
        Ledger.Expect(begun == count, $"{begun} have begun where {count} were expected");
    }
}
