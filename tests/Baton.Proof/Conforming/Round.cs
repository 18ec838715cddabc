using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;

namespace Baton.Proof.Conforming;

/// <summary>
/// One contended round: all ask at the same time, each through a way of its own, some die, some don't hear their answer;
/// then the scope and its audit must be as the promises say. Every store passes the same rounds.
/// </summary>
internal sealed class Round(Contest contest)
{
    private Contender[] _contenders = [];

    /// <summary>How commands reach the store.</summary>
    public Saying Say { get; init; } = (store, command, cancellation) => store.ApplyAsync([command], cancellation);

    /// <summary>What wakes those who wait.</summary>
    public Wakes Wakes { get; init; } = new();

    /// <summary>How many of the contenders went through the section.</summary>
    public int Entries { get; private set; }

    /// <summary>How many requests and ends were said twice, and how many contenders died.</summary>
    public (int Unheard, int Died) Faults { get; private set; }

    /// <summary>Plays it.</summary>
    /// <exception cref="Checks.BrokenPromiseException">A promise doesn't hold.</exception>
    public async Task PlayAsync(Opening open, CancellationToken cancellation)
    {
        var fates = contest.Fates();
        Faults = (
            fates.Count(fate => fate is Fate.AskingUnheard or Fate.EndUnheard),
            fates.Count(fate => fate is Fate.DiesAsking or Fate.DiesHolding)
        );
        var section = new Section(contest);
        _contenders =
        [
            .. fates.Select((fate, each) => new Contender(contest, contest.AskOf(each), fate) { Say = Say }),
        ];
        try
        {
            await Task.WhenAll(
                    _contenders.Select(each =>
                        Task.Run(() => each.GoAsync(open, Wakes, section, cancellation), cancellation)
                    )
                )
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw contest.Broken("a run waits though nobody tells it that it is granted: a wake-up was lost");
        }
        Entries = section.Entries;
        await using var store = await open(cancellation).ConfigureAwait(false);
        await SettledAsync(store, cancellation).ConfigureAwait(false);
        await AuditedAsync(store, cancellation).ConfigureAwait(false);
    }

    /// <summary>Nobody is left, and a key had exactly one success, or has none yet and takes the next one that asks.</summary>
    private async ValueTask SettledAsync(ITendedScope store, CancellationToken cancellation)
    {
        if (await store.LiveRunsAsync(cancellation).ConfigureAwait(false) is { Count: > 0 } live)
            throw contest.Broken($"{live.Count} runs are left, {live[0].Id} is {live[0].State}");
        if (!contest.IsKey)
        {
            var missing = _contenders.Count(each =>
                each.Conclusion is Conclusion.Success or Conclusion.Failure or Conclusion.Lost
            );
            if (missing != contest.Contenders)
                throw contest.Broken($"{contest.Contenders - missing} of the line never had their turn");
            return;
        }
        var successes = _contenders.Count(each => each.Conclusion == Conclusion.Success);
        if (successes > 1)
            throw contest.Broken($"the key had {successes} successes in its window");
        var late = contest.AskOf(contest.Contenders);
        var applied = await store.ApplyAsync([new Command.Request(late)], cancellation).ConfigureAwait(false);
        var isGranted = applied.Decisions[0] is Decision.Granted;
        if (isGranted == (successes == 1))
            throw contest.Broken($"after {successes} successes the next that asked was told {applied.Decisions[0]}");
        if (applied.Decisions[0] is Decision.Granted { Run: var run })
            await store
                .ApplyAsync([new Command.End(run.Id, run.Token, Conclusion.Success)], cancellation)
                .ConfigureAwait(false);
    }

    /// <summary>The audit is whole, its tokens grow, and each request has had one effect.</summary>
    private async ValueTask AuditedAsync(ITendedScope store, CancellationToken cancellation)
    {
        if (await store.VerifyAsync(null, cancellation).ConfigureAwait(false) is not AuditVerdict.Whole)
            throw contest.Broken("the audit is not whole");
        var entries = await store.RecordsAsync(1, int.MaxValue, cancellation).ConfigureAwait(false);
        var records = entries.Select(entry => entry.Fact).OfType<AuditFact.Happened>().Select(fact => fact.Record);
        var tokens = new List<long>();
        var ended = new HashSet<RunId>();
        foreach (var record in records)
        {
            if (record is { Kind: RecordKind.Granted })
                tokens.Add(record.Token);
            if (record is { Kind: RecordKind.Ended, Run: { } run } && !ended.Add(run))
                throw contest.Broken($"{run} ended twice");
        }
        if (!tokens.SequenceEqual(tokens.Distinct().Order()))
            throw contest.Broken("the tokens of the grants don't grow");
        if (contest.Contenders > ended.Count)
            throw contest.Broken($"{contest.Contenders} asked and the audit knows the end of {ended.Count}");
    }
}
