using Baton.Engine.Commands;
using Baton.Engine.Resources;
using static Baton.Proof.Exploring.Actor;

namespace Baton.Proof.Exploring;

/// <summary>The worlds that are explored: every preset and the settings behind them, two or three clients each.</summary>
internal static class Worlds
{
    private const string Short = "ask; success failure";
    private const string Whole = "ask; again renew renew-unheard; success failure quit die; renew; success";
    private const string Told = "ask; renew acknowledge die; success failure; success";
    private const string Requeued = "ask; acknowledge look; quit success; look; again success; success";

    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    public static readonly IReadOnlyList<EngineWorld> All =
    [
        .. Lines(),
        .. Stopping(),
        .. Several(),
        .. Keys(),
        .. Times(),
        .. Nested(),
    ];

    private static Actor Clock => Other("clock", "tick late; tick late; tick");

    private static Actor Watch => Other("watcher", "unrenewed:a dead-unknown:a dead-gone:a; attest:a");

    private static Need Group(string policy, string name = "g") => Need.Group(name, 1, Policy.Find(policy));

    private static IEnumerable<EngineWorld> Lines()
    {
        foreach (var policy in new[] { "queue", "skip", "latest" })
            yield return new(
                policy,
                Client("a", Whole, Group(policy)),
                Client("b", Told, Group(policy)),
                Client("c", "ask; success failure quit", Group(policy)),
                Watch,
                Clock
            );
        yield return new(
            "latest by number",
            Client("a", Short, Group("latest")).With(ask => Numbered(ask, 2)),
            Client("b", Short, Group("latest")).With(ask => Numbered(ask, 1)),
            Client("c", Short, Group("latest")).With(ask => Numbered(ask, 3)),
            Other("operator", "cancel:a cancel:b cancel:c; release:a")
        );
        yield return new(
            "priorities",
            Client("a", Short, Group("queue")),
            Client("b", Short, Group("queue")).With(ask => ask with { Priority = 60 }),
            Client("c", Short, Group("queue")).With(ask => ask with { Priority = 40 }),
            Other("operator", "raise:a raise:c; release:b cancel:a"),
            Clock
        );
        yield return new(
            "pause",
            Client("a", Whole, Group("queue")),
            Client("b", Short, Group("queue")),
            Client("c", Short, Group("queue")),
            Other("operator", "pause:g; cancel:b resume:g; resume:g"),
            Clock
        );
    }

    private static IEnumerable<EngineWorld> Stopping()
    {
        yield return new(
            "cancel-running",
            Client("a", Told, Group("cancel-running")),
            Client("b", Told, Group("cancel-running")),
            Client("c", Told, Group("cancel-running")),
            Watch,
            Clock
        );
        foreach (var preempted in new[] { Preempted.End, Preempted.Requeue })
        {
            var preempt = Policy.Find("preempt")! with { Preempted = preempted };
            var script = preempted == Preempted.End ? Told : Requeued;
            yield return new(
                preempted == Preempted.End ? "preempt, end" : "preempt, requeue",
                Client("a", script, Need.Group("g", 1, preempt)),
                Client("b", script, Need.Group("g", 1, preempt)).With(ask => ask with { Priority = 60 }),
                Client("c", Short, Need.Group("g", 1, preempt)).With(ask => ask with { Priority = 40 }),
                Watch,
                Clock
            );
        }
        yield return new(
            "cancel-running behind a key",
            Client("a", Told, Need.Key("k", HalfMinute), Group("cancel-running")),
            Client("b", Told, Need.Key("k", HalfMinute), Group("cancel-running")),
            Client("c", Told, Group("cancel-running")),
            Clock
        );
    }

    private static IEnumerable<EngineWorld> Several()
    {
        var three = ResourceSettings.Default with { Capacity = 3 };
        yield return new(
            "units",
            Client("a", Whole, Need.Group("g", 2, three)),
            Client("b", Told, Need.Group("g", Need.All, three)),
            Client("c", Short, Need.Group("g", 1, three)),
            Watch,
            Clock
        );
        yield return new(
            "two groups in opposite order",
            Client("a", Whole, Group("queue", "g"), Group("queue", "h")),
            Client("b", Told, Group("queue", "h"), Group("queue", "g")),
            Client("c", Short, Group("queue", "g")),
            Watch,
            Clock
        );
        yield return new(
            "two groups, one stops older",
            Client("a", Told, Group("cancel-running", "g")),
            Client("b", Told, Group("queue", "h")),
            Client("c", Told, Group("cancel-running", "g"), Group("queue", "h")),
            Watch
        );
    }

    private static IEnumerable<EngineWorld> Keys()
    {
        var key = Need.Key("k", HalfMinute);
        (string, Need)[] kinds =
        [
            ("key, window", key),
            ("key, hold after failure", Need.Key("k", HalfMinute, holdAfterFailure: true)),
            ("key, wait for the owner", key with { WaitsForOwner = true }),
        ];
        foreach (var (name, need) in kinds)
            yield return new(
                name,
                Client("a", Whole, need),
                Client("b", Told, need),
                Client("c", Short, need),
                Watch,
                Clock
            );
        yield return new(
            "key, asked again",
            Client("a", Whole, Need.Key("k", HalfMinute, holdAfterFailure: true)),
            Client("b", Told, key with { AsksAgain = true }),
            Client("c", Short, key),
            Watch,
            Clock
        );
        yield return new(
            "key and group",
            Client("a", Whole, key with { WaitsForOwner = true }, Group("queue")),
            Client("b", Told, Group("queue"), key with { WaitsForOwner = true }),
            Client("c", Short, Group("queue")),
            Watch,
            Clock
        );
    }

    private static IEnumerable<EngineWorld> Times()
    {
        var rate = Need.Rate("r", 1, HalfMinute);
        yield return new(
            "rate",
            Client("a", Whole, rate),
            Client("b", Told, rate, Group("queue")),
            Client("c", Short, rate, Group("queue")),
            Clock
        );
        var burst = Need.Group("g", 1, ResourceSettings.Default with { Debounce = TimeSpan.FromSeconds(10) });
        yield return new(
            "debounce",
            Client("a", Whole, burst),
            Client("b", Told, burst),
            Client("c", Short, burst),
            Other("operator", "cancel:a cancel:b cancel:c"),
            Clock
        );
        var slow = Need.Group("g", 1, null, TimeSpan.FromSeconds(15));
        yield return new(
            "lock-delay",
            Client("a", Whole, slow),
            Client("b", Told, slow),
            Client("c", Short, slow),
            Watch,
            Clock
        );
        yield return new(
            "max-wait",
            Client("a", Whole, Group("queue")),
            Client("b", Told, Group("queue")).With(ask => ask with { MaxWait = TimeSpan.FromSeconds(15) }),
            Client("c", Short, Group("queue")).With(ask => ask with { Delay = TimeSpan.FromSeconds(5) }),
            Watch,
            Clock
        );
    }

    private static IEnumerable<EngineWorld> Nested()
    {
        yield return new(
            "nested",
            Client("a", Told, Group("queue", "g")),
            Client("b", Told, Group("queue", "g"), Group("queue", "h")).With(InsideA),
            Client("c", Told, Group("queue", "h"), Group("queue", "g")),
            Watch,
            Other("operator", "cancel:a")
        );
        yield return new(
            "nested, both inside one",
            Client("a", Whole, Group("queue", "g")),
            Client("b", Told, Group("queue", "h")).With(InsideA),
            Client("c", Told, Group("queue", "h")).With(InsideA),
            Watch,
            Clock
        );
        yield return new(
            "nested, stopped from outside",
            Client("a", Told, Group("cancel-running", "g")),
            Client("b", Told, Group("cancel-running", "h")).With(InsideA),
            Client("c", Told, Group("cancel-running", "g"), Group("cancel-running", "h")),
            Clock
        );
    }

    private static Ask InsideA(Ask ask) => ask with { Parent = new("a") };

    private static Ask Numbered(Ask ask, long number) =>
        ask with
        {
            Origin = ask.Origin with { Workflow = "w", Number = number },
        };
}
