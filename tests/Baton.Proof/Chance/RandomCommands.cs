using System.Globalization;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Proof.Chance;

/// <summary>Commands that mean something in a scope as it stands, as chance says: for random worlds and for stores.</summary>
internal sealed class RandomCommands(Random chance, MemoryScope scope, WorldKind kind)
{
    private int _ids;

    /// <summary>The next command.</summary>
    public Command Next()
    {
        var live = scope.Runs.Where(run => run.IsLive).OrderBy(run => run.Id).ToList();
        if (live.Count == 0 || chance.Next(10) < (live.Count > 12 ? 1 : 4))
            return Request(live);
        var run = live[chance.Next(live.Count)];
        return chance.Next(18) switch
        {
            < 5 => new Command.End(
                run.Id,
                run.Token,
                Any(Conclusion.Success, Conclusion.Failure, Conclusion.Cancelled)
            ),
            5 => new Command.Renew(run.Id, run.Token, run.Counter),
            6 => new Command.Acknowledge(run.Id, run.Token, TimeSpan.FromSeconds(chance.Next(30))),
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
            13 => new Command.End(run.Id, run.Token - 1, Conclusion.Success),
            14 => TooWeak(run),
            15 => new Command.Renew(run.Id, run.Token, run.Counter - 1),
            16 => new Command.Request(Request(live).Ask with { Priority = 101 }),
            _ => new Command.Tick(),
        };
    }

    /// <summary>Evidence that isn't enough: too short, of elsewhere, or about a lease that was renewed since.</summary>
    private Command.Expire TooWeak(Run run)
    {
        var enough = new Command.Expire(
            run.Id,
            run.Token,
            run.Counter,
            new Evidence.SeenUnrenewed(run.Lease),
            Remains.Unknown
        );
        return chance.Next(3) switch
        {
            0 => enough with { Evidence = new Evidence.SeenUnrenewed(run.Lease / 2) },
            1 => enough with { Evidence = new Evidence.HolderDead("elsewhere") },
            _ => enough with { Counter = run.Counter - 1 },
        };
    }

    private RunId Ended() =>
        scope.Runs.Where(run => run.Conclusion == Conclusion.Lost).OrderBy(run => run.Id).LastOrDefault()?.Id
        ?? new RunId("none");

    private Command.Request Again(Run run) => new(run.Ask with { Run = Id() });

    private Command Operate(Run run)
    {
        var name = ResourceName.Group(Any("a", "b", "c"));
        var paused = scope.Resource(name) is { Paused: true };
        return chance.Next(5) switch
        {
            0 => new Command.Reprioritise(run.Id, chance.Next(101), "test", "chance"),
            1 => new Command.Release(run.Id, "test", "chance"),
            2 when kind.Operated => new Command.Configure(
                name,
                chance.Next(3) == 0 ? null : Settings() with { Capacity = chance.Next(1, 5) },
                "test"
            ),
            2 when run.IsActive => new Command.RaiseToken(run.Id, run.Token, run.Token + chance.Next(5)),
            _ => paused ? new Command.Resume(name, "test", "chance") : new Command.Pause(name, "test", "chance"),
        };
    }

    private Command.Request Request(List<Run> live)
    {
        var parents = live.Where(run => run.State == RunState.Running).ToList();
        var nested = kind.Nested && parents.Count > 0 && chance.Next(3) == 0;
        return new(
            new Ask
            {
                Run = Id(),
                Request = new(Id().Value),
                Owner = new("d", "p" + _ids),
                Needs = [.. Needs()],
                Priority = chance.Next(3) == 0 ? chance.Next(101) : 20,
                Lease = TimeSpan.FromSeconds(30),
                MaxWait = chance.Next(6) == 0 ? TimeSpan.FromSeconds(chance.Next(60)) : null,
                Delay = chance.Next(10) == 0 ? TimeSpan.FromSeconds(chance.Next(20)) : TimeSpan.Zero,
                Parent = nested ? parents[chance.Next(parents.Count)].Id : null,
                Filtered = chance.Next(20) == 0 ? "chance" : null,
                Origin = new()
                {
                    Workflow = Any("w", "v", null),
                    Number = chance.Next(2) == 0 ? null : chance.Next(1, 50),
                    Attempt = 1,
                    Url = $"https://ci.example/ü/{_ids}",
                },
            }
        );
    }

    private List<Need> Needs()
    {
        var needs = new List<Need>();
        foreach (var name in new[] { "a", "b", "c" })
            if (chance.Next(5) < 2)
                needs.Add(
                    Need.Group(
                        name,
                        chance.Next(8) == 0 ? Need.All : chance.Next(1, 3),
                        Settings(),
                        Any<TimeSpan?>(null, TimeSpan.FromSeconds(5))
                    )
                );
        if (kind.Keys && chance.Next(2) == 0)
            needs.Add(
                Need.Key(Any("k", "l"), TimeSpan.FromSeconds(Any(0, 40)), chance.Next(4) == 0) with
                {
                    WaitsForOwner = chance.Next(3) == 0,
                    AsksAgain = _ids % 4 == 3,
                }
            );
        if (kind.Keys && chance.Next(8) == 0)
            needs.Add(Need.Rate("r", 2, TimeSpan.FromSeconds(30)));
        return needs;
    }

    private ResourceSettings Settings() =>
        Policy.All[chance.Next(Policy.All.Count)].Value with
        {
            Capacity = chance.Next(2, 4),
            Order = Any(LineOrder.Priority, LineOrder.Fifo),
            Preempted = Any(Preempted.End, Preempted.Requeue),
            Debounce = kind.Bursts && chance.Next(3) == 0 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero,
        };

    private T Any<T>(params T[] choices) => choices[chance.Next(choices.Length)];

    private RunId Id() => new((++_ids).ToString("D6", CultureInfo.InvariantCulture));
}
