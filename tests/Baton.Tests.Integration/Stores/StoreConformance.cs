using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Proof.Chance;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Tests.Integration.Support;
using Record = Baton.Engine.Records.Record;

namespace Baton.Tests.Integration.Stores;

/// <summary>What every store must do, whatever it is made of.</summary>
public abstract class StoreConformance : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The clocks of the machine; where a store goes by another one, that goes with it.</summary>
    private protected ManualClock Clock { get; } = new();

    /// <summary>Opens a scope; opening it twice gives two ways into one place.</summary>
    private protected abstract ValueTask<IScopeStore> OpenAsync(string scope, Retention? retention = null);

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Random_commands_come_to_what_they_come_to_in_memory(int seed)
    {
        var memory = new MemoryScope();
        var chance = new Random(seed);
        var commands = new RandomCommands(chance, memory, WorldKind.Everything);
        var records = new List<Record>();
        var store = await OpenAsync("acme/shop");
        for (var step = 0; step < 150; step++)
        {
            Clock.Advance(TimeSpan.FromSeconds(chance.Next(3) == 0 ? chance.Next(1, 20) : 0));
            var command = commands.Next();
            var applied = await store.ApplyAsync([command], None);
            var expected = Baton.Engine.Engine.Apply(memory, [command], applied.Now);
            var at = $"seed {seed}, step {step}: {command}";
            Rendering.Of(applied.Decisions).ShouldBe(Rendering.Of(expected.Decisions), at);
            Rendering.Of(applied.Changes).ShouldBe(Rendering.Of(expected.Changes), at);
            applied.Due.ShouldBe(expected.Due, at);
            memory.Apply(expected);
            records.AddRange(expected.Records);
            if (step % 25 != 24)
                continue;
            await store.DisposeAsync();
            store = await OpenAsync("acme/shop");
            await store.ReadAsync((view, _) => Same(view, memory, at), None);
        }
        var entries = await ((IScopeHistory)store).RecordsAsync(1, int.MaxValue, None);
        entries
            .Select(entry => Rendering.Of(((AuditFact.Happened)entry.Fact).Record))
            .ShouldBe(records.Select(Rendering.Of));
        (await ((IScopeHistory)store).VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_through_many_ways_exactly_one_is_granted()
    {
        const int Askers = 12;
        using var together = new Barrier(Askers);
        var tasks = Enumerable
            .Range(0, Askers)
            .Select(asker =>
                Task.Factory.StartNew(
                    () => AskAsync(asker, together),
                    None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            )
            .Select(task => task.Unwrap());
        var decisions = await Task.WhenAll(tasks);
        decisions.OfType<Decision.Granted>().Count().ShouldBe(1);
        decisions.OfType<Decision.Waiting>().Count().ShouldBe(Askers - 1);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_gives_the_same_answer()
    {
        await using var store = await OpenAsync("acme/shop");
        var ask = Asks.For("01", Need.Group("deploy"));
        var first = await store.ApplyAsync([new Command.Request(ask)], None);
        await using var other = await OpenAsync("acme/shop");
        var again = await other.ApplyAsync([new Command.Request(ask)], None);
        Rendering.Of(again.Decisions).ShouldBe(Rendering.Of(first.Decisions));
        again.Changes.ShouldBeEmpty();
        var different = await other.ApplyAsync([new Command.Request(ask with { Priority = 99 })], None);
        different.Decisions[0].ShouldBeOfType<Decision.Refused>();
    }

    [Fact]
    public async Task Scopes_in_one_place_know_nothing_of_each_other()
    {
        await using var shop = await OpenAsync("acme/shop");
        await using var blog = await OpenAsync("acme/blog");
        foreach (var store in (IScopeStore[])[shop, blog])
            (await store.ApplyAsync([new Command.Request(Asks.For("01", Need.Key("k")))], None))
                .Decisions[0]
                .ShouldBeOfType<Decision.Granted>();
        (await ((IScopeHistory)shop).ScopesAsync(None)).ShouldBe(["acme/blog", "acme/shop"]);
        (await ((IScopeHistory)blog).HeadAsync(None)).ShouldNotBe(await ((IScopeHistory)shop).HeadAsync(None));
    }

    [Fact]
    public async Task Reading_writes_nothing_and_a_new_scope_is_empty()
    {
        await using var store = await OpenAsync("acme/new");
        (await store.ReadAsync((view, _) => view.State, None)).ShouldBe(ScopeState.Empty);
        (await ((IScopeHistory)store).ScopesAsync(None)).ShouldBeEmpty();
        (await ((IScopeHistory)store).HeadAsync(None)).ShouldBe(AuditHead.None);
        (await ((IScopeHistory)store).VerifyAsync(null, None)).ShouldBe(new AuditVerdict.Whole(AuditHead.None));
    }

    [Fact]
    public async Task Runs_are_found_by_the_beginning_of_their_id_by_address_and_by_external_id()
    {
        await using var store = await OpenAsync("acme/shop");
        var history = (IScopeHistory)store;
        var origin = new Origin
        {
            Url = "https://ci/7",
            ExternalRunId = "7",
            Workflow = "build",
        };
        await store.ApplyAsync(
            [new Command.Request(Asks.For("01ABC", Need.Group("g")) with { Origin = origin })],
            None
        );
        await store.ApplyAsync([new Command.Request(Asks.For("01ABD", Need.Group("g")))], None);
        (await Found("01ab")).ShouldBe(["01ABD", "01ABC"]);
        (await Found("01abc")).ShouldBe(["01ABC"]);
        (await Found("https://ci/7")).ShouldBe(["01ABC"]);
        (await Found("7")).ShouldBe(["01ABC"]);
        (await Found("nothing")).ShouldBeEmpty();
        (await history.LiveRunsAsync(None)).Select(run => run.Id.Value).ShouldBe(["01ABC", "01ABD"]);
        (await history.RecordsOfAsync(new RunId("01ABD"), None)).Count.ShouldBe(1);

        async Task<IEnumerable<string>> Found(string text) =>
            (await history.FindRunsAsync(text, None)).Select(run => run.Id.Value);
    }

    [Fact]
    public async Task Durations_are_those_of_successes_of_the_same_workflow_and_resource_newest_first()
    {
        await using var store = await OpenAsync("acme/shop");
        foreach (
            var (id, workflow, group, minutes, conclusion) in new[]
            {
                ("01", "build", "g", 1, Conclusion.Success),
                ("02", "build", "g", 2, Conclusion.Failure),
                ("03", "other", "g", 3, Conclusion.Success),
                ("04", "build", "h", 4, Conclusion.Success),
                ("05", "build", "g", 5, Conclusion.Success),
            }
        )
        {
            var ask = Asks.For(id, Need.Group(group)) with { Origin = new() { Workflow = workflow } };
            var run = (await store.ApplyAsync([new Command.Request(ask)], None)).Decisions[0].About!;
            Clock.Advance(TimeSpan.FromMinutes(minutes));
            await store.ApplyAsync([new Command.End(run.Id, run.Token, conclusion)], None);
        }
        var history = (IScopeHistory)store;
        (await history.DurationsAsync("build", ResourceName.Group("g"), None)).ShouldBe([
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(1),
        ]);
        (await history.EndedRunsAsync(2, None)).Select(run => run.Id.Value).ShouldBe(["05", "04"]);
    }

    [Fact]
    public async Task What_is_over_is_pruned_and_what_still_matters_stays()
    {
        var retention = new Retention
        {
            Runs = TimeSpan.FromDays(30),
            Audit = TimeSpan.FromDays(30),
            Every = 1,
        };
        await using var store = await OpenAsync("acme/shop", retention);
        await RunAsync(store, Asks.For("OLD", Need.Group("g")));
        await RunAsync(store, Asks.For("WINDOW", Need.Key("k", TimeSpan.FromDays(60))));
        var parent = (await store.ApplyAsync([new Command.Request(Asks.For("PARENT", Need.Group("p")))], None))
            .Decisions[0]
            .About!;
        Clock.Advance(TimeSpan.FromDays(40));
        await RunAsync(store, Asks.For("NEW", Need.Group("g")));
        (await Ids(store)).ShouldBe(["NEW", "PARENT", "WINDOW"]);
        var history = (IScopeHistory)store;
        (await history.RecordsAsync(1, 100, None))[0].Number.ShouldBeGreaterThan(1);
        (await history.RecordsAsync(1, 100, None)).ShouldContain(entry => entry.Fact is AuditFact.Pruned);
        (await history.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
        (await store.ApplyAsync([new Command.Request(Asks.For("AGAIN", Need.Key("k", TimeSpan.FromDays(60))))], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Ended>();
        await store.ApplyAsync([new Command.End(parent.Id, parent.Token, Conclusion.Success)], None);
        Clock.Advance(TimeSpan.FromDays(200));
        await RunAsync(store, Asks.For("LAST", Need.Group("g")));
        (await Ids(store)).ShouldBe(["LAST"]);
        (await history.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
    }

    [Fact]
    public async Task The_count_prunes_the_oldest_but_none_whose_request_may_come_again()
    {
        await using var store = await OpenAsync("acme/shop", new Retention { Count = 2, Every = 1 });
        foreach (var id in (string[])["1", "2", "3", "4"])
            await RunAsync(store, Asks.For(id, Need.Group("g")));
        (await Ids(store)).Count().ShouldBe(4);
        Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync(store, Asks.For("5", Need.Group("g")));
        (await Ids(store)).ShouldBe(["4", "5"]);
    }

    private async Task<Decision> AskAsync(int asker, Barrier together)
    {
        await using var store = await OpenAsync("acme/shop");
        together.SignalAndWait(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        var ask = Asks.For($"RUN{asker:D2}", Need.Group("deploy"));
        return (await store.ApplyAsync([new Command.Request(ask)], None)).Decisions[0];
    }

    private static async Task RunAsync(IScopeStore store, Ask ask)
    {
        var run = (await store.ApplyAsync([new Command.Request(ask)], None)).Decisions[0].About!;
        await store.ApplyAsync([new Command.End(run.Id, run.Token, Conclusion.Success)], None);
    }

    private static async Task<IEnumerable<string>> Ids(IScopeStore store)
    {
        var history = (IScopeHistory)store;
        var runs = (await history.LiveRunsAsync(None)).Concat(await history.EndedRunsAsync(100, None));
        return runs.Select(run => run.Id.Value).Order(StringComparer.Ordinal);
    }

    private static bool Same(IScopeView view, MemoryScope memory, string at)
    {
        view.State.ShouldBe(memory.State, at);
        foreach (var run in memory.Runs)
        {
            Alike(view.Run(run.Id), run);
            Alike(view.RunOf(run.Ask.Request), memory.RunOf(run.Ask.Request));
            Alike(view.Inside(run.Id), memory.Inside(run.Id));
        }
        ResourceName[] names =
        [
            .. ((string[])["a", "b", "c"]).Select(ResourceName.Group),
            .. ((string[])["k", "l"]).Select(ResourceName.Key),
            ResourceName.Of(ResourceKind.Rate, "r"),
        ];
        foreach (var name in names)
        {
            Alike(view.Resource(name), memory.Resource(name));
            Alike(view.Line(name), memory.Line(name));
            Alike(view.Holds(name), memory.Holds(name));
        }
        foreach (var hold in memory.AllHolds)
            Alike(view.Hold(hold.Resource, hold.Run), hold);
        Alike(view.NestedWaiting(), memory.NestedWaiting());
        Alike(view.RunsByTime(), memory.RunsByTime());
        Alike(view.HoldsByTime(), memory.HoldsByTime());
        return true;

        void Alike(object? one, object? other) => Rendering.Of(one).ShouldBe(Rendering.Of(other), at);
    }
}
