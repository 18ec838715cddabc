using Baton.Faults.Killing;
using Baton.Faults.Machines;

namespace Baton.Faults.Stopping;

/// <summary>A keeper is stopped while somebody waits: the steps that it keeps the run for are told that they hold no more.</summary>
internal sealed class StoppedKeeper : Fault
{
    private const int Times = 2;

    /// <inheritdoc/>
    public override string Name => "SIGSTOP past three leases, SIGCONT: a keeper";

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        string[] acquire = ["acquire", "--group", Stage.Group, "--lease", Stopped.Lease, "--json", "--follow", "none"];
        foreach (var _ in ledger.Places(Times))
        {
            using var stage = new Stage();
            var taken = Taken.Of((await stage.Machine.Run(acquire)).Output)!;
            var keeper = await stage.Machine.OwnerOf(taken.Run);
            var next = stage.Machine.Start(stage.Run("0"));
            await next.Complains("waiting");
            await stage.SignalAsync("STOP", keeper.Pid);
            await stage.PassAsync(Stopped.ThreeLeases);
            var after = await next.End(); // while the keeper is still stopped
            await stage.SignalAsync("CONT", keeper.Pid);
            ledger.Expect(after.Code == 0, $"the one that waited ended with {after.Code}: {after.Errors}");
            var renewed = await stage.Machine.Run(["renew", .. taken.Words]);
            ledger.Expect(renewed.Code == 90, $"a step that renews was told {renewed.Code}: {renewed.Errors}");
            ledger.Sees("the steps were told that it was lost");
            await new Aftermath(stage, ledger, "afterwards").CheckAsync();
        }
    }
}
