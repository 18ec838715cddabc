using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Settling;
using Baton.Engine.Views;

namespace Baton.Proof.Checks;

/// <summary>The promises that can be read off a step or a state, each told without the engine's own shortcuts.</summary>
internal sealed class Promises
{
    private readonly KeyWindows _windows;
    private long _lastToken;

    public Promises()
        : this(new KeyWindows(), 0) { }

    private Promises(KeyWindows windows, long lastToken) => (_windows, _lastToken) = (windows, lastToken);

    /// <summary>What the checks remember of the way here.</summary>
    public KeyWindows Windows => _windows;

    /// <summary>The same checks with the same memory, to go another way from here.</summary>
    public Promises Copy() => new(_windows.Copy(), _lastToken);

    public void Check(MemoryScope before, IReadOnlyList<Command> commands, Outcome outcome)
    {
        TokensGrow(outcome);
        EveryChangeHasARecord(outcome);
        NoOpsChangeNothing(before, commands[0], outcome);
        SameRequestSameAnswer(before, commands[0], outcome);
        Losses.Check(before, commands[0], outcome);
        Arrivals.Check(before, commands[0], outcome);
        RecordsAreTrue(outcome);
        StaleWordsChangeNothing(before, commands[0], outcome);
        NothingIsOverTaken(before, outcome);
        PausedGrantsNothing(before, commands[0], outcome);
        _windows.Check(before, commands, outcome);
        RankBinds.Check(before, outcome);
    }

    public void CheckState(MemoryScope scope, Instant now)
    {
        CountsAreRight(scope);
        KeysHaveOneOwner(scope);
        NobodyWaitsWhoCouldStart(scope);
        AllOrNothing(scope);
        NestedOutliveNobody(scope);
        TimeHasPassed(scope, now);
    }

    private static void Require(bool holds, FormattableString promise)
    {
        if (!holds)
            throw new BrokenPromiseException(promise.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void TokensGrow(Outcome outcome)
    {
        foreach (
            var record in outcome.Records.Where(record => record.Kind is RecordKind.Granted or RecordKind.TokenRaised)
        )
        {
            Require(record.Token > _lastToken, $"tokens only grow (promise 2)");
            _lastToken = record.Token;
        }
    }

    private static void EveryChangeHasARecord(Outcome outcome)
    {
        foreach (var put in outcome.Changes.OfType<Change.PutRun>().Where(put => put.Before?.State != put.Run.State))
            Require(outcome.Records.Any(record => record.Run == put.Run.Id), $"a record for {put.Run.Id} (promise 10)");
    }

    private static void NoOpsChangeNothing(MemoryScope before, Command command, Outcome outcome)
    {
        if (command is not Command.Request request || before.Run(request.Ask.Run) is not null)
            return;
        if (outcome.Decisions[0] is not Decision.Ended { Run.StartedAt: null })
            return;
        foreach (var change in outcome.Changes)
            if (change is not Change.PutScope)
                Require(
                    change is Change.PutRun put && put.Run.Id == request.Ask.Run,
                    $"{request.Ask.Run} doesn't run and changes nothing for others (promise 14)"
                );
    }

    private static void SameRequestSameAnswer(MemoryScope before, Command command, Outcome outcome)
    {
        if (command is Command.Request request && before.RunOf(request.Ask.Request) is not null)
            SameAnswer(before.RunOf(request.Ask.Request)!.Id, request.Ask.Run, outcome);
    }

    private static void SameAnswer(RunId known, RunId asked, Outcome outcome)
    {
        Require(outcome.Changes.Count == 0, $"asking again changes nothing (promise 4)");
        var about = outcome.Decisions[0].About?.Id;
        Require(about is null || about == known || about == asked, $"{asked} gets another answer (promise 4)");
    }

    private static void RecordsAreTrue(Outcome outcome)
    {
        var ends = outcome.Changes.OfType<Change.PutRun>().Select(put => put.Run).Where(run => !run.IsLive).ToList();
        foreach (var record in outcome.Records.Where(record => record.Kind == RecordKind.Ended))
            Require(
                ends.Exists(run => run.Id == record.Run && run.Conclusion == record.Conclusion),
                $"a record tells the end that {record.Run} has (promise 10)"
            );
    }

    /// <summary>What the owner of a lease says of it after its end, or with an older token, is heard and changes nothing.</summary>
    private static void StaleWordsChangeNothing(MemoryScope before, Command command, Outcome outcome)
    {
        (RunId Run, long Token)? said = command switch
        {
            Command.Renew renew => (renew.Run, renew.Token),
            Command.Acknowledge knows => (knows.Run, knows.Token),
            Command.End end => (end.Run, end.Token),
            _ => null,
        };
        if (said is { } word && before.Run(word.Run) is { } run && (!run.IsLive || run.Token != word.Token))
            Require(outcome.Changes.Count == 0, $"a stale word about {word.Run} changes nothing (promise 2)");
    }

    private static void CountsAreRight(MemoryScope scope)
    {
        var waiting = scope.Runs.Where(run => run.State == RunState.Waiting).ToList();
        foreach (var resource in scope.Resources)
        {
            var held = scope.AllHolds.Where(hold => hold.Resource == resource.Name).Sum(hold => hold.Units);
            var pending = waiting.Count(run => run.Leads && run.Needs.Any(need => need.Resource == resource.Name));
            Require(resource.Held == held, $"{resource.Name} counts what is held (promise 1)");
            Require(resource.Pending == pending, $"{resource.Name} counts who waits (promise 1)");
        }
        foreach (var hold in scope.AllHolds)
            Require(scope.Resource(hold.Resource) is not null, $"{hold.Resource} is held and known");
    }

    /// <summary>No grant goes above the capacity in force; a capacity that was lowered takes nothing away.</summary>
    private static void NothingIsOverTaken(MemoryScope before, Outcome outcome)
    {
        var resources = outcome
            .Changes.OfType<Change.PutResource>()
            .ToDictionary(put => put.Resource.Name, put => put.Resource);
        foreach (var hold in outcome.Changes.OfType<Change.PutHold>().Select(put => put.Hold))
            if (before.Hold(hold.Resource, hold.Run) is null)
                Require(resources[hold.Resource].Left >= 0, $"mutual exclusion on {hold.Resource} (promise 1)");
    }

    private static void PausedGrantsNothing(MemoryScope before, Command command, Outcome outcome)
    {
        foreach (var hold in outcome.Changes.OfType<Change.PutHold>().Select(put => put.Hold))
            if (before.Resource(hold.Resource) is { Paused: true } && before.Hold(hold.Resource, hold.Run) is null)
                Require(command is Command.Resume, $"{hold.Resource} is paused and grants nothing (promise 5)");
    }

    private static void KeysHaveOneOwner(MemoryScope scope)
    {
        foreach (
            var key in scope
                .AllHolds.Where(hold => hold.Resource.Kind == ResourceKind.Key)
                .GroupBy(hold => hold.Resource)
        )
            Require(key.Count() == 1, $"key {key.Key} has one owner (promise 3)");
    }

    /// <summary>The rule as told: walk all by rank; who fits starts, who doesn't reserves. Nested runs are asked one by one.</summary>
    private static void NobodyWaitsWhoCouldStart(MemoryScope scope)
    {
        var ready = scope
            .Runs.Where(run => run.State == RunState.Waiting && Lines.IsReady(scope, run))
            .OrderBy(run => run.Place)
            .ToList();
        var left = scope.Resources.ToDictionary(resource => resource.Name, resource => resource.Left);
        var plain = ready.TrueForAll(run => run.Parent is null);
        foreach (var run in ready)
        {
            var needs = run.Needs.Where(need => !Lines.Has(scope, run, need)).ToList();
            var fits = plain
                ? needs.TrueForAll(need => UnitsOf(scope, need) <= left[need.Resource])
                : needs.TrueForAll(need =>
                    UnitsOf(scope, need) <= Lines.Left(scope, scope.Resource(need.Resource)!, run, int.MinValue)
                );
            Require(!fits, $"run {run.Id} waits and could start (promise 5)");
            foreach (var need in needs)
                left[need.Resource] -= UnitsOf(scope, need);
        }
    }

    private static int UnitsOf(MemoryScope scope, Need need) =>
        need.At(scope.Resource(need.Resource)!.Settings.Capacity);

    private static void AllOrNothing(MemoryScope scope)
    {
        foreach (var run in scope.Runs)
        {
            var held = scope.AllHolds.Count(hold => hold.Run == run.Id && !hold.IsLingering);
            var lasting = run.Needs.Count(need => need.Resource.Kind != ResourceKind.Rate);
            if (run.IsActive)
                Require(held == lasting, $"active run {run.Id} holds all (promise 7)");
            else if (run.State == RunState.Ended)
                Require(held == 0, $"ended run {run.Id} holds nothing but what lingers");
            else
                Require(
                    !scope.AllHolds.Any(hold =>
                        hold.Run == run.Id && !hold.IsLingering && hold.Resource.Kind == ResourceKind.Group
                    ),
                    $"waiting run {run.Id} holds no group"
                );
        }
    }

    private static void NestedOutliveNobody(MemoryScope scope)
    {
        foreach (var run in scope.Runs.Where(run => run.IsLive && run.Parent is not null))
            Require(scope.Run(run.Parent!.Value)!.IsLive, $"{run.Id} lives inside {run.Parent}, which has ended");
    }

    private static void TimeHasPassed(MemoryScope scope, Instant now)
    {
        Require(scope.RunsByTime().All(run => run.NextTime > now), $"time has passed for every run (promise 5)");
        Require(scope.HoldsByTime().All(hold => hold.Until > now), $"time has passed for what lingers (promise 5)");
    }
}
