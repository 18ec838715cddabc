using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Runtime.Observing;

/// <summary>
/// What <c>enforce</c> would have done with a stretch of observed runs. While they ran, each process could only say what
/// it saw: who waits in a scope that nobody enforces is over too early, and whoever comes after it finds a scope that
/// enforcing would not have led to. So the arrivals are given to the same engine once more, each run taking as long as
/// it really took, but from the instant at which it would have been granted.
/// </summary>
/// <remarks>
/// Assumed, since nobody can know it: a command takes as long later as it took at once, ends the same way, and one that
/// is told to stop stops at once. What was asked inside a run is asked as long after that run's start as it was.
/// </remarks>
public sealed class Replay
{
    private readonly MemoryScope _scope = new();
    private readonly Dictionary<RunId, Arrival> _arrivals;
    private readonly ILookup<RunId, Arrival> _inside;
    private readonly Dictionary<RunId, Decision> _answers = [];
    private readonly PriorityQueue<Step, (long At, int Kind, int Number)> _steps = new();
    private int _number;

    private Replay(IReadOnlyList<Arrival> arrivals)
    {
        _arrivals = arrivals.GroupBy(one => one.Run).ToDictionary(group => group.Key, group => group.First());
        _inside = _arrivals
            .Values.Where(one => one.Seen.Ask.Parent is { } parent && _arrivals.ContainsKey(parent))
            .ToLookup(one => one.Seen.Ask.Parent!.Value);
    }

    private abstract record Step
    {
        private Step() { }

        public sealed record Ask(Arrival Arrival) : Step;

        public sealed record End(RunId Run, long Token) : Step;

        public sealed record Pass : Step;
    }

    /// <summary>How each run would have stood when the last of them was over; who made none, or was never asked for, is not among them.</summary>
    public IReadOnlyDictionary<RunId, Run> Runs { get; private set; } = new Dictionary<RunId, Run>();

    /// <summary>What was answered to the arrivals that made no run, such as those whose request had been made before.</summary>
    public IReadOnlyDictionary<RunId, Decision> Answers => _answers;

    /// <summary>Replays some arrivals; they may be in any order. A run inside one that never started is not asked for.</summary>
    public static Replay Of(IReadOnlyList<Arrival> arrivals)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        var replay = new Replay(arrivals);
        replay.Play();
        replay.Runs = replay._scope.Runs.ToDictionary(run => run.Id);
        return replay;
    }

    private void Play()
    {
        var outer = _arrivals.Values.Where(one =>
            one.Seen.Ask.Parent is not { } parent || !_arrivals.ContainsKey(parent)
        );
        foreach (var arrival in outer.OrderBy(one => one.At).ThenBy(one => one.Run))
            Plan(new Step.Ask(arrival), arrival.At);
        while (_steps.TryDequeue(out var step, out var when))
            Take(step, new Instant(when.At));
    }

    // At one instant ends come before arrivals: what a run leaves is free to whoever comes when it goes.
    private void Plan(Step step, Instant at) =>
        _steps.Enqueue(
            step,
            (
                at.Ticks,
                step switch
                {
                    Step.End => 0,
                    Step.Pass => 1,
                    _ => 2,
                },
                _number++
            )
        );

    private void Take(Step step, Instant at)
    {
        switch (step)
        {
            case Step.Ask { Arrival: var arrival }:
                var answer = Apply(new Command.Request(arrival.Seen.Ask), at);
                if (_scope.Run(arrival.Run) is null)
                    _answers[arrival.Run] = answer;
                break;
            case Step.End end
                when _scope.Run(end.Run) is { IsLive: true, IsConcluding: false } run && run.Token == end.Token:
                Apply(new Command.End(end.Run, end.Token, _arrivals[end.Run].Seen.Conclusion), at);
                break;
            case Step.Pass:
                Apply(new Command.Tick(), at);
                break;
        }
    }

    private Decision Apply(Command command, Instant at)
    {
        var outcome = Engine.Engine.Apply(_scope, [command], at);
        _scope.Apply(outcome);
        if (outcome.Due is { } due && due > at)
            Plan(new Step.Pass(), due);
        foreach (var change in outcome.Changes.OfType<Change.PutRun>())
            Follow(change.Before, _scope.Run(change.Run.Id)!, at);
        return outcome.Decisions[0];
    }

    private void Follow(Run? before, Run now, Instant at)
    {
        if (now.State == RunState.Running && (before?.State != RunState.Running || before.Token != now.Token))
            Start(now);
        else if (now is { State: RunState.Stopping, IsConcluding: false })
            Apply(new Command.End(now.Id, now.Token, Conclusion.Cancelled), at);
    }

    private void Start(Run run)
    {
        var (arrival, started) = (_arrivals[run.Id], run.StartedAt!.Value);
        Plan(new Step.End(run.Id, run.Token), started + arrival.Seen.Took);
        foreach (var inside in _inside[run.Id])
            if (_scope.Run(inside.Run) is null)
                Plan(new Step.Ask(inside), started + (inside.At - arrival.At));
    }
}
