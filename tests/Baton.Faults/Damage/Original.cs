using Baton.Faults.Killing;
using Baton.Faults.Machines;

namespace Baton.Faults.Damage;

/// <summary>
/// A store that is in use, to be copied and damaged: with a history, a key that lingers, a holder at work and one that
/// waits; and with a log of what came after that.
/// </summary>
/// <param name="Database">Its pages.</param>
/// <param name="Log">Its log; empty if all of it is in the pages.</param>
/// <param name="Head">The head of its audit.</param>
internal sealed record Original(byte[] Database, byte[] Log, string Head)
{
    /// <summary>The size of a page.</summary>
    public const int Page = 4096;

    /// <summary>What a log has before its first frame, and each frame before its page.</summary>
    public const int LogHead = 32,
        FrameHead = 24;

    /// <summary>How many pages there are.</summary>
    public int Pages => Database.Length / Page;

    /// <summary>How many frames the log has.</summary>
    public int Frames => Math.Max(0, Log.Length - LogHead) / (Page + FrameHead);

    /// <summary>Makes one on a stage.</summary>
    /// <param name="stage">Where; its holder stays at work.</param>
    /// <param name="later">How many runs came after the last checkpoint, and are in the log alone.</param>
    public static async Task<Original> MakeAsync(Stage stage, int later)
    {
        for (var round = 0; round < 8; round++)
            await stage.Machine.Run(stage.Run("0"));
        await stage.Machine.Run("run", "--key", "k", "--key-window", "1d", "--", "true");
        await stage.Machine.Start(stage.Run(stage.Door(), "--lease", "1h")).Says("in ");
        await stage.Machine.Start(stage.Run("0", "--lease", "1h")).Complains("waiting");
        await using (var scope = await stage.Machine.Scope())
            scope.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        for (var round = 0; round < later; round++)
            await stage.Machine.Run("run", "--group", "later", "--", "true");
        var log = stage.Machine.Database + "-wal";
        return new(
            await File.ReadAllBytesAsync(stage.Machine.Database),
            await File.ReadAllBytesAsync(log),
            await Aftermath.HeadAsync(stage)
        );
    }
}
