using Baton.Faults.Machines;

namespace Baton.Faults.Clocks;

/// <summary>What goes on while the wall clock is set.</summary>
internal static class ClockStories
{
    // The shortest lease is no longer than a busy machine may pause; a third of this one has passed when it is renewed.
    private const string Lease = "30s";
    private const double UntilRenewed = 12;

    /// <summary>A lease is neither lost nor kept for longer.</summary>
    public static async Task WhileHolding(Stage stage, Action step, Ledger ledger)
    {
        var door = stage.Door();
        var holder = stage.Machine.Start(stage.Run(door, "--lease", Lease));
        await holder.Says("in ");
        var next = stage.Machine.Start(stage.Run("0"));
        await next.Complains("waiting");
        step();
        await stage.PassAsync(UntilRenewed);
        Expect(ledger, stage.Entries().Count == 1, "somebody began while the holder held");
        stage.Open(door);
        var (one, other) = (await holder.End(), await next.End());
        Expect(ledger, one.Code == 0, $"the holder ended with {one.Code}: {one.Errors}");
        Expect(ledger, other.Code == 0, $"the next ended with {other.Code}: {other.Errors}");
    }

    /// <summary>Nobody has waited for longer than he has.</summary>
    public static async Task WhileWaiting(Stage stage, Action step, Ledger ledger)
    {
        var door = stage.Door();
        var holder = stage.Machine.Start(stage.Run(door));
        await holder.Says("in ");
        var first = stage.Machine.Start(stage.Run("0", "--max-wait", "1h"));
        await first.Complains("waiting, place 1");
        step();
        var second = stage.Machine.Start(stage.Run("0", "--max-wait", "1h"));
        await second.Complains("waiting, place 2");
        stage.Open(door);
        Expect(ledger, (await holder.End()).Code == 0, "the holder failed");
        Expect(ledger, (await first.End()).Code == 0, "the first in line gave up");
        Expect(ledger, (await second.End()).Code == 0, "the second in line gave up");
    }

    /// <summary>A window that isn't over stays.</summary>
    public static async Task WhileLingering(Stage stage, Action step, Ledger ledger)
    {
        string[] once = ["run", "--key", "k", "--key-window", "1h", "--", "echo", "worked"];
        Expect(ledger, (await stage.Machine.Run(once)).Output == "worked", "the first did not run");
        step();
        Expect(ledger, (await stage.Machine.Run(once)).Output.Length == 0, "a duplicate ran inside the window");
    }

    /// <summary>A window ends when it ends.</summary>
    public static async Task WhileEnding(Stage stage, Action step, Ledger ledger)
    {
        string[] once = ["run", "--key", "k", "--key-window", "3s", "--", "echo", "worked"];
        Expect(ledger, (await stage.Machine.Run(once)).Output == "worked", "the first did not run");
        step();
        await stage.PassAsync(4);
        Expect(ledger, (await stage.Machine.Run(once)).Output == "worked", "the window did not end");
    }

    /// <summary>A kept run stays kept.</summary>
    public static async Task WhileKeeping(Stage stage, Action step, Ledger ledger)
    {
        string[] acquire = ["acquire", "--group", Stage.Group, "--lease", Lease, "--json", "--follow", "none"];
        var taken = Taken.Of((await stage.Machine.Run(acquire)).Output)!;
        step();
        await stage.PassAsync(UntilRenewed);
        Expect(ledger, (await stage.Machine.Run(["renew", .. taken.Words])).Code == 0, "the lease was lost");
        Expect(ledger, (await stage.Machine.Run(["release", .. taken.Words])).Code == 0, "it could not be released");
    }

    private static void Expect(Ledger ledger, bool holds, string what) => ledger.Expect(holds, what);
}
