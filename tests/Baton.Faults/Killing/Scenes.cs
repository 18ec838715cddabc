using Baton.Faults.Machines;

namespace Baton.Faults.Killing;

/// <summary>What is struck: every verb that writes, and one that only reads.</summary>
internal static class Scenes
{
    // Long enough that whoever comes next finds it at work, if nobody ends it.
    private const string AWhile = "0.2";

    // So short that a store that fails for good is soon given up.
    private const string Short = "5s";

    public static readonly Scene Run = new("run", stage => stage.Run(AWhile));

    /// <summary>A run that renews its lease once.</summary>
    public static readonly Scene RenewingRun = new("run that renews", stage => stage.Run("2", "--lease", Short));

    public static readonly Scene FirstRun = new(
        "run that makes the store",
        stage => stage.Run(AWhile, "--lease", Short)
    )
    {
        Before = _ => Task.CompletedTask,
    };

    /// <summary>A run whose lease is so short that a failing store is soon noticed.</summary>
    public static readonly Scene ShortRun = new("run", stage => stage.Run(AWhile, "--lease", Short));

    public static readonly Scene Waiter = new(
        "waiting run that is granted",
        stage => stage.Run(AWhile, "--lease", Short)
    )
    {
        Before = async stage =>
        {
            stage.HoldersDoor = stage.Door();
            await stage.Machine.Start(stage.Run(stage.HoldersDoor)).Says("in ");
        },
        Meanwhile = async (stage, waiter) =>
        {
            await Stage.HeardAsync(waiter.Complains("waiting"));
            stage.Open(stage.HoldersDoor);
        },
    };

    public static readonly Scene Acquire = new("acquire", _ => Keep)
    {
        After = async (stage, ended, _) =>
        {
            // Who heard of the run releases it; of a run that nobody heard of the keeper lets go by itself.
            if (Taken.Of(ended.Output) is { } taken)
                await stage.Machine.Run(["release", .. taken.Words]);
        },
    };

    public static readonly Scene Keeper = new("acquire with its keeper", _ => Keep)
    {
        StrikesChildren = true,
        Meanwhile = async (stage, acquire) =>
        {
            if (await Stage.HeardAsync(acquire.Says("run_id")) && Taken.Of(await acquire.Says("run_id")) is { } taken)
                await stage.Machine.Run(["release", .. taken.Words]);
        },
    };

    public static readonly Scene Renew = new("renew", stage => ["renew", .. stage.Held!.Words])
    {
        Before = TakeAsync,
        After = async (stage, _, ledger) =>
        {
            var again = await stage.Machine.Run(["renew", .. stage.Held!.Words]);
            ledger.Expect(again.Code == 0, $"a killed renew took the lease away: {again.Code} {again.Errors}");
            await stage.Machine.Run(["release", .. stage.Held!.Words]);
        },
    };

    public static readonly Scene Release = new("release", stage => ["release", .. stage.Held!.Words])
    {
        Before = TakeAsync,
        After = async (stage, _, ledger) =>
        {
            var again = await stage.Machine.Run(["release", .. stage.Held!.Words]);
            ledger.Expect(again.Code == 0, $"release after a killed release ended with {again.Code}: {again.Errors}");
        },
    };

    public static readonly Scene Apply = new("apply", _ => ["apply"])
    {
        Before = async stage =>
        {
            await stage.Machine.Run(stage.Run("0"));
            const string settings = "groups: { g: { policy: queue, capacity: 1 }, h: { capacity: 3 } }\n";
            await File.WriteAllTextAsync(Path.Combine(stage.Machine.Checkout, "baton.yml"), settings);
        },
        After = async (stage, _, ledger) =>
        {
            var recorded = await Aftermath.CountAsync(stage, "settings");
            ledger.Expect(recorded is 0 or 2, $"{recorded} of two groups' settings were recorded");
            var again = await stage.Machine.Run("apply");
            ledger.Expect(again.Code == 0, $"apply after a killed apply ended with {again.Code}: {again.Errors}");
        },
    };

    public static readonly Scene Cancel = new("cancel", stage => ["cancel", stage.Held!.Run])
    {
        Before = async stage =>
        {
            var holder = stage.Machine.Start(stage.Run(stage.Door()));
            stage.Held = new((await holder.Says("in ")).Split(' ')[1], 0);
        },
        After = async (stage, _, _) => await stage.Machine.Run("cancel", stage.Held!.Run),
    };

    public static readonly Scene Status = new("status", _ => ["status"])
    {
        Before = async stage =>
        {
            await TakeAsync(stage);
            await File.WriteAllTextAsync(stage.Machine.At("head"), await Aftermath.HeadAsync(stage));
        },
        After = async (stage, _, ledger) =>
        {
            var head = await Aftermath.HeadAsync(stage);
            var before = await File.ReadAllTextAsync(stage.Machine.At("head"));
            ledger.Expect(head == before, $"a reader moved the audit from {before} to {head}");
            await stage.Machine.Run(["release", .. stage.Held!.Words]);
        },
    };

    private static string[] Keep =>
        ["acquire", "--group", Stage.Group, "--lease", Short, "--json", "--follow", "none", "--hold-at-most", "10m"];

    private static async Task TakeAsync(Stage stage) => stage.Held = Taken.Of((await stage.Machine.Run(Keep)).Output);
}
