using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Proof.Checks;

/// <summary>Promise 3 over time: never two successes of a key inside a window, and nobody is turned away for nothing.</summary>
internal sealed class KeyWindows
{
    private readonly Dictionary<ResourceName, Instant> _closedUntil;

    public KeyWindows()
        : this([]) { }

    private KeyWindows(Dictionary<ResourceName, Instant> closedUntil) => _closedUntil = closedUntil;

    /// <summary>Until when a success closes each key.</summary>
    public IReadOnlyDictionary<ResourceName, Instant> ClosedUntil => _closedUntil;

    public KeyWindows Copy() => new(new(_closedUntil));

    /// <param name="before">The scope before.</param>
    /// <param name="commands">What was said; only they tell whether a person asked again.</param>
    /// <param name="outcome">What became of it.</param>
    public void Check(MemoryScope before, IReadOnlyList<Command> commands, Outcome outcome)
    {
        foreach (var ask in commands.OfType<Command.Request>().Select(request => request.Ask))
            if (before.Run(ask.Run) is null && before.RunOf(ask.Request) is null && IsAdmitted(outcome, ask.Run))
                foreach (var need in ask.Needs.Where(need => need.AsksAgain))
                    _closedUntil.Remove(need.Resource);
        foreach (var run in outcome.Changes.OfType<Change.PutRun>().Select(put => put.Run))
            if (run.State == RunState.Ended && before.Run(run.Id) is not { IsLive: false })
                NoteEnd(before, outcome, run);
    }

    /// <summary>Whether an arrival was let in, so that one that asks again has passed the windows.</summary>
    private static bool IsAdmitted(Outcome outcome, RunId id) =>
        outcome
            .Changes.OfType<Change.PutRun>()
            .Any(put => put.Run.Id == id && (put.Run.IsLive || put.Run.StartedAt is not null));

    private void NoteEnd(MemoryScope before, Outcome outcome, Run run)
    {
        if (run is { Conclusion: Conclusion.Success, EndedAt: { } at })
            foreach (var key in run.Needs.Where(need => need.Resource.Kind == ResourceKind.Key))
            {
                if (_closedUntil.TryGetValue(key.Resource, out var until) && at < until)
                    throw new BrokenPromiseException(
                        $"{run.Id} is the second success of {key.Resource} in a window (promise 3)"
                    );
                _closedUntil[key.Resource] = at + key.Linger.Success;
            }
        if (
            run is { Conclusion: Conclusion.Duplicate, Reason: Reason.DuplicateOf of }
            && !IsReason(before, outcome, of)
        )
            throw new BrokenPromiseException($"{run.Id} is turned away from {of.Key} for nothing (promise 3)");
    }

    /// <summary>Somebody lives who has or awaits the key, has just succeeded, or left what lingers.</summary>
    private static bool IsReason(MemoryScope before, Outcome outcome, Reason.DuplicateOf of)
    {
        var now = outcome
            .Changes.OfType<Change.PutRun>()
            .Select(put => put.Run)
            .FirstOrDefault(run => run.Id == of.Run);
        if ((now ?? before.Run(of.Run)) is not { } owner)
            return false;
        var key = owner.Needs.First(need => need.Resource == of.Key);
        return owner.IsLive
            || (owner.Conclusion == Conclusion.Success && (now is not null || before.Hold(of.Key, of.Run) is not null))
            || (owner.Conclusion is Conclusion.Failure or Conclusion.Lost && key.Linger.Failure > TimeSpan.Zero);
    }
}
