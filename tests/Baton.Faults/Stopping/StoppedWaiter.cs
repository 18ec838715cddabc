using Baton.Faults.Killing;
using Baton.Faults.Machines;

namespace Baton.Faults.Stopping;

/// <summary>The first in line is stopped when its turn comes: the one behind it runs in its place, and it never runs beside it.</summary>
internal sealed class StoppedWaiter : Fault
{
    private const int Times = 2;

    /// <inheritdoc/>
    public override string Name => "SIGSTOP past three leases, SIGCONT: the first in line";

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        foreach (var _ in ledger.Places(Times))
        {
            using var stage = new Stage();
            var door = stage.Door();
            var holder = stage.Machine.Start(stage.Run(door));
            await holder.Says("in ");
            var first = stage.Machine.Start(stage.Run("0", "--lease", Stopped.Lease));
            await first.Complains("waiting, place 1");
            var second = stage.Machine.Start(stage.Run("0", "--lease", Stopped.Lease));
            await second.Complains("waiting, place 2");
            await stage.SignalAsync("STOP", first.Pid);
            await stage.PassAsync(Stopped.ThreeLeases);
            var ahead = stage.Entries().Count;
            ledger.Expect(ahead == 1, $"{ahead} entries while the holder held");
            stage.Open(door);
            var after = await second.End();
            ledger.Expect(after.Code == 0, $"the second in line ended with {after.Code}: {after.Errors}");
            await stage.SignalAsync("CONT", first.Pid);
            var ended = await first.End();
            ledger.Expect(ended.Code is 90 or 137, $"the first in line ended with {ended.Code}: {ended.Errors}");
            ledger.Sees(ended.Code == 137 ? "was ended before the next began" : "was told that it was lost");
            await new Aftermath(stage, ledger, "afterwards").CheckAsync();
        }
    }
}
