using System.Globalization;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Tests.Integration.Support;

/// <summary>Commands that mean something in a scope as it stands, as a seed says.</summary>
internal sealed class RandomCommands(int seed, MemoryScope scope)
{
    private readonly Random _chance = new(seed);
    private int _ids;

    public TimeSpan Pause() => _chance.Next(3) == 0 ? TimeSpan.FromSeconds(_chance.Next(1, 20)) : TimeSpan.Zero;

    public Command Next()
    {
        var live = scope.Runs.Where(run => run.IsLive).OrderBy(run => run.Id).ToList();
        if (live.Count == 0 || _chance.Next(10) < (live.Count > 12 ? 1 : 4))
            return Request(live);
        var run = live[_chance.Next(live.Count)];
        return _chance.Next(11) switch
        {
            < 4 => new Command.End(
                run.Id,
                run.Token,
                Any(Conclusion.Success, Conclusion.Failure, Conclusion.Cancelled)
            ),
            4 => new Command.Renew(run.Id, run.Token, run.Counter),
            5 => new Command.Acknowledge(run.Id, run.Token, TimeSpan.FromSeconds(_chance.Next(30))),
            6 => new Command.Expire(
                run.Id,
                run.Token,
                run.Counter,
                new Evidence.HolderDead("d"),
                Any(Remains.Gone, Remains.Unknown)
            ),
            7 => new Command.Cancel(run.Id, "test", "chance"),
            8 => Operate(run),
            9 => new Command.Request(run.Ask with { Run = Id() }),
            _ => new Command.Tick(),
        };
    }

    private Command Operate(Run run)
    {
        var name = ResourceName.Group(Any("a", "b", "c"));
        return _chance.Next(6) switch
        {
            0 => new Command.Reprioritise(run.Id, _chance.Next(101), "test", "chance"),
            1 => new Command.Release(run.Id, "test", "chance"),
            2 => new Command.Configure(name, _chance.Next(2) == 0 ? null : Settings(), "test"),
            3 when run.IsActive => new Command.RaiseToken(run.Id, run.Token, run.Token + _chance.Next(5)),
            4 => new Command.Pause(name, "test", "chance"),
            _ => new Command.Resume(name, "test", "chance"),
        };
    }

    private Command.Request Request(List<Run> live)
    {
        var parents = live.Where(run => run.State == RunState.Running).ToList();
        var nested = parents.Count > 0 && _chance.Next(4) == 0;
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
                    Number = _chance.Next(1, 50),
                    Attempt = 1,
                    Url = Any("https://x/ü", null),
                },
            }
        );
    }

    private List<Need> Needs()
    {
        var needs = new List<Need>();
        foreach (var name in (string[])["a", "b", "c"])
            if (_chance.Next(5) < 2)
                needs.Add(Need.Group(name, _chance.Next(8) == 0 ? Need.All : _chance.Next(1, 3), Settings()));
        if (_chance.Next(2) == 0)
            needs.Add(
                Need.Key(Any("k", "l"), TimeSpan.FromSeconds(Any(0, 40)), _chance.Next(4) == 0) with
                {
                    WaitsForOwner = _chance.Next(3) == 0,
                }
            );
        if (_chance.Next(8) == 0)
            needs.Add(Need.Rate("r", 2, TimeSpan.FromSeconds(30)));
        return needs;
    }

    private ResourceSettings Settings() =>
        Policy.All[_chance.Next(Policy.All.Count)].Value with
        {
            Capacity = _chance.Next(2, 4),
            Order = Any(LineOrder.Priority, LineOrder.Fifo),
            Preempted = Any(Preempted.End, Preempted.Requeue),
            Debounce = _chance.Next(4) == 0 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero,
        };

    private T Any<T>(params T[] choices) => choices[_chance.Next(choices.Length)];

    private RunId Id() => new((++_ids).ToString("D6", CultureInfo.InvariantCulture));
}
