using System.Text.RegularExpressions;
using Baton.Faults.Machines;

namespace Baton.Faults.Damage;

/// <summary>
/// A damaged copy of a store, which is asked by status, by runs for what is held, and by audit verify. Each gives the
/// right answer, or an error that names the file and changes nothing.
/// </summary>
/// <param name="stage">Where the original's holder is at work.</param>
/// <param name="head">The head of the original's audit.</param>
/// <param name="ledger">Where broken promises go.</param>
internal sealed partial class Wreck(Stage stage, string head, Ledger ledger)
{
    private const int Damaged = 72,
        Broken = 82;

    private readonly string _copy = stage.Machine.At("copy.db");
    private readonly string _worked = stage.Machine.At("worked");
    private string _rightly = "";

    /// <summary>Learns what the original answers.</summary>
    public async Task LearnAsync(byte[] database, byte[] log)
    {
        Place(database, log);
        var answer = await AskAsync("status", "--json");
        _rightly = Bare(answer.Output);
        ledger.Expect(answer.Code == 0, $"the original is not sound: {answer.Errors}");
    }

    /// <summary>Asks a damaged copy; says who noticed.</summary>
    /// <param name="database">What is left of the database.</param>
    /// <param name="log">What is left of its log.</param>
    /// <param name="what">The damage, for messages.</param>
    public async Task<string> TryAsync(byte[] database, byte[] log, string what)
    {
        Place(database, log);
        var status = await AskAsync(what, ["status", "--json"], 0);
        var begun = stage.Entries().Count;
        var run = await AskAsync(what, stage.Run("0", "--max-wait", "0s"), 75);
        var keyed = await AskAsync(what, ["run", "--key", "k", "--key-window", "1d", "--", "touch", _worked], 0);
        ledger.Expect(stage.Entries().Count == begun, $"{what}: a run was granted what is held");
        ledger.Expect(!File.Exists(_worked), $"{what}: a run was granted a key that lingers");
        File.Delete(_worked);
        var verify = await AskAsync(what, ["audit", "verify"], 0);
        var against = await AskAsync(what, ["audit", "verify", "--head", head], 0);
        if (status.Code != 0)
            return "found by status";
        if (run.Code == Damaged || keyed.Code == Damaged)
            return "found by run";
        if (verify.Code != 0)
            return "found by audit verify";
        if (against.Code != 0)
            return "found by audit verify --head";
        ledger.Expect(Bare(status.Output) == _rightly, $"{what}: another answer, and nobody noticed: {status.Output}");
        return "harmless";
    }

    private void Place(byte[] database, byte[] log)
    {
        foreach (var suffix in (string[])["-shm", "-line", "-new"])
            File.Delete(_copy + suffix);
        File.WriteAllBytes(_copy, database);
        File.WriteAllBytes(_copy + "-wal", log);
    }

    private Task<Ended> AskAsync(params string[] words) =>
        stage.Machine.Start(new Dictionary<string, string> { ["BATON_STORE"] = "sqlite:" + _copy }, words).End();

    /// <summary>Asks, and looks that the answer is the right one, or an error that changed nothing.</summary>
    private async Task<Ended> AskAsync(string what, string[] words, int right)
    {
        var (database, log) = (File.ReadAllBytes(_copy), File.ReadAllBytes(_copy + "-wal"));
        var ended = await AskAsync(words);
        if (ended.Code == right)
            return ended;
        var said = $"{what}: {words[0]} ended with {ended.Code}: {ended.Output} {ended.Errors}";
        ledger.Expect(ended.Code == Damaged || (ended.Code == Broken && words[0] == "audit"), said);
        ledger.Expect(
            ended.Code == Broken || ended.Errors.Contains(_copy, StringComparison.Ordinal),
            $"{said}: it does not name the file"
        );
        // A transaction that was sound may have been added to the log before the damage was met.
        ledger.Expect(
            File.ReadAllBytes(_copy).AsSpan().SequenceEqual(database)
                && File.ReadAllBytes(_copy + "-wal").AsSpan().StartsWith(log),
            $"{said}: and it changed what was there"
        );
        return ended;
    }

    /// <summary>An answer without what time changes, and without the estimate.</summary>
    private static string Bare(string answer) => Spans().Replace(answer, "");

    // The estimate too: it is told where past runs are found, and nothing rests on it.
    [GeneratedRegex(
        "\"[a-z_]*seconds[a-z_]*\":[0-9.e+-]+|([0-9.]+ (ms|s|min|h|d)\\b ?)+|\"estimate\":(null|[{][^}]*[}])",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Spans();
}
