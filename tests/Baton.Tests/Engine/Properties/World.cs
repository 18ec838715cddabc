using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Proof.Chance;
using Baton.Proof.Checks;

namespace Baton.Tests.Engine.Properties;

/// <summary>A random scope: clients that ask, renew, end, die and operate, as a seed says. Every step is checked.</summary>
internal sealed class World(int seed, WorldKind kind, World.Applying apply)
{
    /// <summary>The engine, or one with a fault.</summary>
    internal delegate Outcome Applying(MemoryScope view, IReadOnlyList<Command> commands, Instant now);

    private readonly Random _chance = new(seed);
    private readonly MemoryScope _scope = new();
    private readonly Promises _promises = new();
    private readonly List<string> _trace = [];
    private Instant _now = new(TimeSpan.FromHours(1).Ticks);
    private readonly MemoryScope _jumping = new();
    private readonly MemoryScope _batching = new();
    private readonly List<Command> _batch = [];
    private Instant _batchAt;
    private Instant? _due;

    private int _steps;

    public IReadOnlyList<string> Trace => _trace;

    public void Play(int steps)
    {
        var commands = new RandomCommands(_chance, _scope, kind);
        for (var step = 0; step < steps; step++)
        {
            if (_chance.Next(3) == 0)
                _now += TimeSpan.FromSeconds(_chance.Next(1, 20));
            Do(commands.Next());
        }
    }

    /// <summary>Lets everything end, and sees that nobody is left waiting.</summary>
    public void Drain()
    {
        foreach (var resource in _scope.Resources.Where(resource => resource.Paused).ToList())
            Do(new Command.Resume(resource.Name, "test", "drain"));
        for (var round = 0; round < 1000 && _scope.Runs.Any(run => run.IsLive); round++)
        {
            foreach (var run in _scope.Runs.Where(run => run.IsActive && !run.IsConcluding).ToList())
                if (_scope.Run(run.Id) is { IsActive: true, IsConcluding: false } live && !_scope.Inside(run.Id).Any())
                    Do(new Command.End(live.Id, live.Token, Conclusion.Failure));
            _now += TimeSpan.FromMinutes(1);
            Do(new Command.Tick());
        }
        _scope
            .Runs.Where(run => run.IsLive)
            .Select(run =>
                $"{run.Id} {run.State} {run.Place} for {Baton.Engine.Settling.Explanation.Of(_scope, run)} holds "
                + string.Join(",", _scope.AllHolds.Where(hold => hold.Run == run.Id).Select(hold => hold.Resource))
                + " needs "
                + string.Join(",", run.Needs.Select(need => (need.Resource, need.Units, need.WaitsForOwner)))
            )
            .ShouldBeEmpty("everybody ends at last");
    }

    private void Do(Command command)
    {
        _trace.Add($"{_now.Ticks / TimeSpan.TicksPerSecond}s {Short(command)}");
        while (_due <= _now)
            Step(new Command.Tick(), _due.Value);
        if (apply(_scope, [new Command.Tick()], _now).Changes.Count > 0)
            throw new BrokenPromiseException("time changes something that nobody was told the instant of (promise 5)");
        var outcome = Step(command, _now);
        _trace.Add($"    -> {Short(outcome.Decisions[0])}");
        _jumping.Apply(apply(_jumping, [command], _now));
        if (_batchAt != _now)
            Flush();
        _batchAt = _now;
        _batch.Add(command);
        if (_chance.Next(8) == 0)
            Compare();
    }

    private Outcome Step(Command command, Instant at)
    {
        var outcome = apply(_scope, [command], at);
        _promises.Check(_scope, [command], outcome);
        if (_steps++ % 7 == 0 && Likeness.Of(apply(_scope, [command], at)) != Likeness.Of(outcome))
            throw new BrokenPromiseException("the same question has two answers (section: one engine)");
        _scope.Apply(outcome);
        _promises.CheckState(_scope, at);
        _due = outcome.Due;
        return outcome;
    }

    /// <summary>Ticks at every instant that is due, or one jump; one command after another, or all in a batch: all the same.</summary>
    private void Compare()
    {
        Flush();
        var (stepping, jumping, batching) = (Likeness.Of(_scope), Likeness.Of(_jumping), Likeness.Of(_batching));
        if (stepping != jumping)
            throw new BrokenPromiseException($"it matters when ticks come (promise 5)\n{stepping}\n--\n{jumping}");
        if (stepping != batching)
            throw new BrokenPromiseException(
                $"it matters what comes in one batch (promise 4)\n{stepping}\n--\n{batching}"
            );
    }

    private void Flush()
    {
        if (_batch.Count > 0)
            _batching.Apply(apply(_batching, _batch, _batchAt));
        _batch.Clear();
    }

    private static string Short(Command command) =>
        command is Command.Request { Ask: var ask }
            ? $"Request {ask.Run} priority {ask.Priority} wait {ask.MaxWait} delay {ask.Delay} inside {ask.Parent} number {ask.Origin.Number} needs "
                + string.Join(
                    "; ",
                    ask.Needs.Select(need =>
                        $"{need.Resource.Kind} {need.Resource}={need.Units} waits {need.WaitsForOwner} {need.Settings}"
                    )
                )
            : command.ToString();

    private static string Short(Decision decision) =>
        decision.About is { } run
            ? $"{decision.GetType().Name} {run.Id} {run.State} {run.Conclusion} {run.Reason}"
            : decision.ToString();
}
