using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
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
    private int _ids;

    public IReadOnlyList<string> Trace => _trace;

    public void Play(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (_chance.Next(3) == 0)
                _now += TimeSpan.FromSeconds(_chance.Next(1, 20));
            Do(Pick());
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
        if (_ids % 7 == 0 && Likeness.Of(apply(_scope, [command], at)) != Likeness.Of(outcome))
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

    private Command Pick()
    {
        var live = _scope.Runs.Where(run => run.IsLive).OrderBy(run => run.Id).ToList();
        if (live.Count == 0 || _chance.Next(10) < (live.Count > 12 ? 1 : 4))
            return Request(live);
        var run = live[_chance.Next(live.Count)];
        return _chance.Next(14) switch
        {
            < 5 => new Command.End(
                run.Id,
                run.Token,
                Any(Conclusion.Success, Conclusion.Failure, Conclusion.Cancelled)
            ),
            5 => new Command.Renew(run.Id, run.Token, run.Counter),
            6 => new Command.Acknowledge(run.Id, run.Token, TimeSpan.FromSeconds(_chance.Next(30))),
            7 => new Command.Expire(
                run.Id,
                run.Token,
                run.Counter,
                new Evidence.HolderDead("d"),
                Any(Remains.Gone, Remains.Unknown)
            ),
            8 => new Command.Expire(
                run.Id,
                run.Token,
                run.Counter,
                new Evidence.SeenUnrenewed(run.Lease),
                Remains.Unknown
            ),
            9 => new Command.Cancel(run.Id, "test", "chance"),
            10 => new Command.Attest(Ended()),
            11 => Operate(run),
            12 => Again(run),
            _ => new Command.Tick(),
        };
    }

    private RunId Ended() =>
        _scope.Runs.Where(run => run.Conclusion == Conclusion.Lost).OrderBy(run => run.Id).LastOrDefault()?.Id
        ?? new RunId("none");

    private Command.Request Again(Run run) => new(run.Ask with { Run = Id() });

    private Command Operate(Run run)
    {
        var name = ResourceName.Group(Any("a", "b", "c"));
        var paused = _scope.Resource(name) is { Paused: true };
        return _chance.Next(5) switch
        {
            0 => new Command.Reprioritise(run.Id, _chance.Next(101), "test", "chance"),
            1 => new Command.Release(run.Id, "test", "chance"),
            2 when kind.Operated => new Command.Configure(
                name,
                _chance.Next(3) == 0 ? null : Settings() with { Capacity = _chance.Next(1, 5) },
                "test"
            ),
            2 when run.IsActive => new Command.RaiseToken(run.Id, run.Token, run.Token + _chance.Next(5)),
            _ => paused ? new Command.Resume(name, "test", "chance") : new Command.Pause(name, "test", "chance"),
        };
    }

    private Command.Request Request(List<Run> live)
    {
        var parents = live.Where(run => run.State == RunState.Running).ToList();
        var nested = kind.Nested && parents.Count > 0 && _chance.Next(3) == 0;
        return new(
            new Ask
            {
                Run = Id(),
                Request = new(Id().Value),
                Owner = new("d", "p" + _ids),
                Needs = Needs(),
                Priority = _chance.Next(3) == 0 ? _chance.Next(101) : 20,
                Lease = TimeSpan.FromSeconds(30),
                MaxWait = _chance.Next(6) == 0 ? TimeSpan.FromSeconds(_chance.Next(60)) : null,
                Delay = _chance.Next(10) == 0 ? TimeSpan.FromSeconds(_chance.Next(20)) : TimeSpan.Zero,
                Parent = nested ? parents[_chance.Next(parents.Count)].Id : null,
                Filtered = _chance.Next(20) == 0 ? "chance" : null,
                Origin = new()
                {
                    Workflow = Any("w", "v", null),
                    Number = _chance.Next(2) == 0 ? null : _chance.Next(1, 50),
                    Attempt = 1,
                },
            }
        );
    }

    private List<Need> Needs()
    {
        var needs = new List<Need>();
        foreach (var name in new[] { "a", "b", "c" })
            if (_chance.Next(5) < 2)
                needs.Add(
                    Need.Group(
                        name,
                        _chance.Next(8) == 0 ? Need.All : _chance.Next(1, 3),
                        Settings(),
                        Any<TimeSpan?>(null, TimeSpan.FromSeconds(5))
                    )
                );
        if (kind.Keys && _chance.Next(2) == 0)
            needs.Add(
                Need.Key(Any("k", "l"), TimeSpan.FromSeconds(Any(0, 40)), _chance.Next(4) == 0) with
                {
                    WaitsForOwner = _chance.Next(3) == 0,
                }
            );
        if (kind.Keys && _chance.Next(8) == 0)
            needs.Add(Need.Rate("r", 2, TimeSpan.FromSeconds(30)));
        return needs;
    }

    private ResourceSettings Settings() =>
        Policy.All[_chance.Next(Policy.All.Count)].Value with
        {
            Capacity = _chance.Next(2, 4),
            Order = Any(LineOrder.Priority, LineOrder.Fifo),
            Preempted = Any(Preempted.End, Preempted.Requeue),
            Debounce = kind.Bursts && _chance.Next(3) == 0 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero,
        };

    private T Any<T>(params T[] choices) => choices[_chance.Next(choices.Length)];

    private RunId Id() => new((++_ids).ToString("D6", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>What happens in a world.</summary>
internal sealed record WorldKind(bool Keys, bool Bursts, bool Nested, bool Operated);
