using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Writing;

/// <summary>
/// Many writers on one branch, each adding its record to one JSON file and one CSV. What was acknowledged is there exactly
/// once, what was not is there once at most, the totals are right, the history is a line, and nobody's commit is lost.
/// </summary>
/// <param name="line">Whether they wait in line.</param>
/// <param name="harm">What is done to them.</param>
internal sealed class Writers(WritersLine line, WritersHarm harm) : Fault
{
    private const int All = 64;

    // Of a push of a few commits: it has between 25 and 60 calls of git.
    private const int Calls = 40;

    /// <inheritdoc/>
    public override string Name =>
        $"writers on one branch, {(line == WritersLine.Queued ? "in line" : "each alone")}{(harm == WritersHarm.Killed ? ", 30 % of them and the server killed" : "")}";

    /// <inheritdoc/>
    public override string? Missing => Tool.Works("git", "--version") ? null : "git is not installed";

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        var ids = ledger.Places(All).Select(place => place + 1).ToList();
        using var field = new Field(harm);
        foreach (var id in ids)
            field.Clone(id);
        field.Advance(); // so that no first try succeeds
        var chance = new Random(7);
        var kills = ids.ToDictionary(
            id => id,
            _ => harm == WritersHarm.Killed && chance.Next(10) < 3 ? chance.Next(1, Calls) : 0
        );
        var ends = await Task.WhenAll(ids.Select(async id => (Id: id, End: await PushAsync(field, id, kills[id]))));
        foreach (var (id, end) in ends)
            Judge(ledger, (id, end, kills[id] > 0));
        var done = ends.Where(one => one.End.Code == 0).Select(one => one.Id).ToList();
        new Verdict(field, ledger).Check(done, ids);

        // Whoever was not told that it is there starts again, and nobody kills it.
        field.Heal();
        var left = ids.Except(done).ToList();
        foreach (var (id, again) in await Task.WhenAll(left.Select(async id => (id, await PushAsync(field, id, 0)))))
            ledger.Expect(
                again.Code == 0,
                $"writer {id} ended with {again.Code} when it was started again: {again.Errors}"
            );
        new Verdict(field, ledger).Check(ids, ids);
        ledger.Sees($"moved the branch {field.Moves()} times");
    }

    private static void Judge(Ledger ledger, (int Id, Ended End, bool IsKilled) one)
    {
        ledger.Sees(
            one.End.Code == 0 ? "pushed"
            : one.IsKilled ? "killed"
            : string.Create(CultureInfo.InvariantCulture, $"ended with {one.End.Code}")
        );
        ledger.Expect(
            one.End.Code == 0 || one.IsKilled,
            $"writer {one.Id} ended with {one.End.Code}: {one.End.Errors}"
        );
    }

    private Task<Ended> PushAsync(Field field, int id, int killAt)
    {
        string[] queue = line == WritersLine.Queued ? ["--queue", "bots"] : [];
        return field.StartAsync(
            id,
            killAt,
            ["push", "-m", $"record {id}", "--attempts", "100", "--deadline", "30m", .. queue]
        );
    }
}

/// <summary>How writers go about it.</summary>
internal enum WritersLine
{
    /// <summary>Each tries until it is there.</summary>
    Alone,

    /// <summary>They wait in line, and one pushes for all.</summary>
    Queued,
}

/// <summary>What is done to writers.</summary>
internal enum WritersHarm
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Three in ten are killed with -9 at one of their calls of git, and now and then git's server in the middle of a push.</summary>
    Killed,
}
