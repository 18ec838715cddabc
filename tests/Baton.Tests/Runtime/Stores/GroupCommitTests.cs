using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Stores;

namespace Baton.Tests.Runtime.Stores;

public class GroupCommitTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Who_comes_during_a_commit_shares_the_next_one()
    {
        var slow = new SlowStore();
        await using var store = new GroupCommit(slow);
        var first = store.ApplyAsync([Request("a", "one")], CancellationToken.None).AsTask();
        var (began, letFirst) = await slow.NextAsync();
        began.ShouldBe(1);
        var others = Enumerable
            .Range(0, 5)
            .Select(number => store.ApplyAsync([Request($"b{number}", $"group-{number}")], default).AsTask())
            .ToList();
        letFirst();
        var (shared, letShared) = await slow.NextAsync();
        shared.ShouldBe(5);
        others.ShouldAllBe(other => !other.IsCompleted, "an answer before the commit");
        letShared();
        foreach (var (number, answer) in (await Task.WhenAll(others).WaitAsync(Bound)).Index())
            answer.Decisions.Single().ShouldBeOfType<Decision.Granted>().Run.Id.Value.ShouldBe($"b{number}");
        (await first.WaitAsync(Bound)).Decisions.Single().ShouldBeOfType<Decision.Granted>();
    }

    [Fact]
    public async Task Commands_of_one_caller_stay_together()
    {
        var slow = new SlowStore();
        await using var store = new GroupCommit(slow);
        var first = store.ApplyAsync([Request("a", "one")], CancellationToken.None).AsTask();
        var (_, letFirst) = await slow.NextAsync();
        var pair = store.ApplyAsync([Request("b", "two"), Request("c", "two")], CancellationToken.None).AsTask();
        var single = store.ApplyAsync([Request("d", "two")], CancellationToken.None).AsTask();
        letFirst();
        (await slow.NextAsync()).Let();
        (await pair.WaitAsync(Bound)).Decisions.Select(Name).ShouldBe(["Granted b", "Waiting c"]);
        (await single.WaitAsync(Bound)).Decisions.Select(Name).ShouldBe(["Waiting d"]);
        await first.WaitAsync(Bound);
    }

    [Fact]
    public async Task A_command_that_cannot_be_fails_alone()
    {
        var slow = new SlowStore();
        await using var store = new GroupCommit(slow);
        var first = store.ApplyAsync([Request("a", "one")], CancellationToken.None).AsTask();
        var (_, letFirst) = await slow.NextAsync();
        var bad = store.ApplyAsync([Request(SlowStore.Impossible, "two")], CancellationToken.None).AsTask();
        var good = store.ApplyAsync([Request("c", "two")], CancellationToken.None).AsTask();
        letFirst();
        for (var commit = 0; commit < 3; commit++)
            (await slow.NextAsync()).Let();
        await Should.ThrowAsync<ArgumentException>(() => bad.WaitAsync(Bound));
        (await good.WaitAsync(Bound)).Decisions.Select(Name).ShouldBe(["Granted c"]);
        await first.WaitAsync(Bound);
    }

    [Fact]
    public async Task A_store_that_fails_fails_all_who_shared_the_commit()
    {
        var slow = new SlowStore();
        await using var store = new GroupCommit(slow);
        var first = store.ApplyAsync([Request("a", "one")], CancellationToken.None).AsTask();
        var (_, letFirst) = await slow.NextAsync();
        var others = new[] { "b", "c" }.Select(id => store.ApplyAsync([Request(id, "two")], default).AsTask()).ToList();
        slow.FailsNext = true;
        letFirst();
        (await slow.NextAsync()).Let();
        foreach (var other in others)
            await Should.ThrowAsync<StoreException>(() => other.WaitAsync(Bound));
        await first.WaitAsync(Bound);
        slow.Scoped.Run(new RunId("b")).ShouldBeNull();
    }

    [Fact]
    public async Task Who_leaves_before_his_commit_is_not_in_it()
    {
        var slow = new SlowStore();
        await using var store = new GroupCommit(slow);
        using var leaving = new CancellationTokenSource();
        var first = store.ApplyAsync([Request("a", "one")], CancellationToken.None).AsTask();
        var (_, letFirst) = await slow.NextAsync();
        var left = store.ApplyAsync([Request("b", "two")], leaving.Token).AsTask();
        var stays = store.ApplyAsync([Request("c", "two")], CancellationToken.None).AsTask();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left.WaitAsync(Bound));
        letFirst();
        var (commands, let) = await slow.NextAsync();
        commands.ShouldBe(1);
        let();
        (await stays.WaitAsync(Bound)).Decisions.Select(Name).ShouldBe(["Granted c"]);
        await first.WaitAsync(Bound);
    }

    private static string Name(Decision decision) => $"{decision.GetType().Name} {decision.About?.Id.Value}";

    private static Command.Request Request(string id, string group) =>
        new(
            new Ask
            {
                Run = new RunId(id),
                Request = new RequestId(id),
                Owner = Owner.Unknown,
                Needs = [Need.Group(group)],
            }
        );
}
