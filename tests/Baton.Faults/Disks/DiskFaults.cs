namespace Baton.Faults.Disks;

/// <summary>When a disk is full, or can't be written.</summary>
internal static class DiskFaults
{
    private const int Full = 79,
        ReadOnly = 73,
        Unavailable = 69,
        Lost = 90;

    /// <summary>The rows.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new DiskFault("disk full: no room for a store", AtFirst),
        new DiskFault("disk full: at the asking", AtAsking),
        new DiskFault("disk full: while waiting, and room again", WhileWaiting),
        new DiskFault("disk full: while holding, and room again", WhileHolding),
        new DiskFault("disk full: while holding, until the lease is over", WhileHoldingForLong),
        new DiskFault("disk full: at the end, and room again", AtEnd),
        new DiskFault("disk full: at the end, until the lease is over", AtEndForLong),
        new DiskFault("read-only mount: at the asking", MountAtAsking),
    ];

    private static async Task<string> AtFirst(DiskStage at)
    {
        at.Disk.Fill();
        at.Expect(await at.Machine.Run(at.Stage.Run("0")), Full);
        at.ExpectBegun(0);
        at.Ledger.Expect(!File.Exists(at.Disk.Database), "half a store was made");
        at.Disk.Free();
        return "exit 79, nothing was made";
    }

    private static async Task<string> AtAsking(DiskStage at)
    {
        await at.WarmAsync();
        at.Disk.Fill();
        at.Expect(await at.Machine.Run(at.Stage.Run("0")), Full);
        at.Expect(await at.Machine.Run("status"), 0);
        at.Expect(await at.Machine.Run("audit", "verify"), 0);
        File.Delete(at.Disk.Database + "-shm"); // the last process of a boot leaves none: readers make it anew
        at.Disk.Fill();
        at.Expect(await at.Machine.Run(at.Stage.Run("0")), Full);
        at.Expect(await at.Machine.Run("status"), Full);
        at.ExpectBegun(1);
        at.Disk.Free();
        return "exit 79, nothing was started, status answers";
    }

    private static async Task<string> WhileWaiting(DiskStage at)
    {
        var door = at.Stage.Door();
        var holder = at.Machine.Start(at.Stage.Run(door));
        await holder.Says("in ");
        var waiter = at.Machine.Start(at.Stage.Run("0", "--lease", "30s"));
        await waiter.Complains("waiting, place 1");
        at.Disk.Fill();
        await waiter.Complains("the disk is full");
        at.Disk.Free();
        at.Stage.Open(door);
        at.Expect(await holder.End(), 0);
        at.Expect(await waiter.End(), 0);
        at.ExpectBegun(2);
        return "waits on";
    }

    private static async Task<string> WhileHolding(DiskStage at)
    {
        await at.WarmAsync();
        var door = at.Stage.Door();
        var holder = at.Machine.Start(at.Stage.Run(door, "--lease", "30s"));
        await holder.Says("in ");
        at.Disk.Fill();
        await holder.Complains("the disk is full");
        at.Disk.Free();
        at.Stage.Open(door);
        at.Expect(await holder.End(), 0);
        return "held on";
    }

    private static async Task<string> WhileHoldingForLong(DiskStage at)
    {
        await at.WarmAsync();
        var holder = at.Machine.Start(at.Stage.Run(at.Stage.Door(), "--lease", "5s"));
        await holder.Says("in ");
        at.Disk.Fill();
        at.Expect(await holder.End(), Lost);
        at.Ledger.Expect(
            at.Stage.Entries().All(entry => entry.Word != "out" || entry.Token == 1),
            "it worked to its end"
        );
        at.Disk.Free();
        return "exit 90, the command was ended";
    }

    private static async Task<string> AtEnd(DiskStage at)
    {
        await at.WarmAsync();
        var door = at.Stage.Door();
        var holder = at.Machine.Start(at.Stage.Run(door));
        await holder.Says("in ");
        at.Disk.Fill();
        at.Stage.Open(door);
        await holder.Complains("the disk is full");
        at.Disk.Free();
        at.Expect(await holder.End(), 0);
        return "ended when there was room";
    }

    private static async Task<string> AtEndForLong(DiskStage at)
    {
        await at.WarmAsync();
        var door = at.Stage.Door();
        var holder = at.Machine.Start(at.Stage.Run(door, "--lease", "5s"));
        await holder.Says("in ");
        at.Disk.Fill();
        at.Stage.Open(door);
        var ended = await holder.End();
        at.Expect(ended, ended.Code == Lost ? Lost : Unavailable); // lost, if its command took longer than its lease
        at.Disk.Free();
        return $"exit {ended.Code}, and will be called lost";
    }

    private static async Task<string> MountAtAsking(DiskStage at)
    {
        await at.WarmAsync();
        at.Disk.Remount("ro");
        at.Expect(await at.Machine.Run(at.Stage.Run("0")), ReadOnly);
        at.ExpectBegun(1);
        at.Expect(await at.Machine.Run("status"), 0);
        at.Expect(await at.Machine.Run("audit", "verify"), 0);
        at.Disk.Remount("rw");
        return "exit 73, nothing was started, status answers";
    }
}
