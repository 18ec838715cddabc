using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>What a purge takes, and what must outlive it.</summary>
public sealed class SqlitePurging : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PurgeOrder Order = new("alice", "moved");

    private readonly TestFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tokens_time_and_the_numbers_of_the_audit_go_on_after_a_purge()
    {
        await using var store = await OpenAsync("acme/shop");
        var before = await RunAsync(store, "a");
        var (head, time) = (await store.HeadAsync(None), await TimeAsync(store));
        (await store.PurgeAsync(Order, None)).ShouldBeOfType<PurgeAnswer.Purged>().Contents.EndedRuns.ShouldBe(1);
        (await store.EndedRunsAsync(10, None)).ShouldBeEmpty();
        (await TimeAsync(store)).ShouldBeGreaterThanOrEqualTo(time);
        var entry = (await store.RecordsAsync(1, 10, None)).ShouldHaveSingleItem();
        entry.Number.ShouldBe(head.Number + 1);
        entry
            .Fact.ShouldBeOfType<AuditFact.Pruned>()
            .Anchor.ShouldBe(new Anchor(head, "purged by alice: moved", await TimeAsync(store)));
        (await RunAsync(store, "b")).ShouldBeGreaterThan(before);
        (await store.VerifyAsync(head, None)).ShouldBeOfType<AuditVerdict.Whole>();
    }

    [Fact]
    public async Task The_store_keeps_its_id_and_its_other_scopes()
    {
        await using var store = await OpenAsync("acme/shop");
        await using var other = await OpenAsync("acme/other");
        await RunAsync(store, "a");
        await RunAsync(other, "a");
        var (id, head) = (await store.StoreIdAsync(None), await other.HeadAsync(None));
        await store.PurgeAsync(Order, None);
        (await store.StoreIdAsync(None)).ShouldBe(id);
        (await other.HeadAsync(None)).ShouldBe(head);
        (await other.EndedRunsAsync(10, None)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_live_run_or_one_that_may_live_nothing_is_purged(bool isLive)
    {
        await using var store = await OpenAsync("acme/shop");
        await RunAsync(store, "old");
        if (isLive)
            await store.ApplyAsync([new Command.Request(Asks.For("new", Need.Group("g")))], None);
        var order = isLive ? Order : Order with { MayLive = view => [view.Run(new RunId("old"))!] };
        var head = await store.HeadAsync(None);
        var refused = (await store.PurgeAsync(order, None)).ShouldBeOfType<PurgeAnswer.Refused>();
        refused.InTheWay.ShouldHaveSingleItem().Id.Value.ShouldBe(isLive ? "new" : "old");
        (await store.HeadAsync(None)).ShouldBe(head);
        (await store.EndedRunsAsync(10, None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Windows_settings_and_pauses_go_too_and_are_counted_before()
    {
        await using var store = await OpenAsync("acme/shop");
        await RunAsync(store, "a", Need.Key("k", TimeSpan.FromHours(1)));
        var group = ResourceName.Group("g");
        await store.ApplyAsync(
            [new Command.Configure(group, ResourceSettings.Default with { Capacity = 3 }, "alice")],
            None
        );
        await store.ApplyAsync([new Command.Pause(ResourceName.Group("h"), "alice", "freeze")], None);
        var contents = await store.ContentsAsync(None);
        (contents.Lingering, contents.Recorded, contents.Paused).ShouldBe((1, 1, 1));
        (await store.PurgeAsync(Order, None)).ShouldBe(new PurgeAnswer.Purged(contents));
        (await store.ResourcesAsync(None)).ShouldBeEmpty();
        (await RunAsync(store, "b", Need.Key("k", TimeSpan.FromHours(1)))).ShouldBeGreaterThan(contents.LastToken);
    }

    [Fact]
    public async Task Nothing_of_what_was_purged_is_left_in_the_file()
    {
        const string title = "a-title-that-nobody-else-has";
        await using (var store = await OpenAsync("acme/shop"))
        {
            for (var i = 0; i < 50; i++)
                await RunAsync(store, $"{title}-{i}");
            await store.PurgeAsync(Order, None);
        }
        foreach (var suffix in (string[])["", "-wal"])
            System
                .Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_folder["baton.db"] + suffix))
                .ShouldNotContain(title);
    }

    [Fact]
    public async Task A_scope_in_which_nothing_happened_is_purged_without_a_trace()
    {
        await using var store = await OpenAsync("acme/shop");
        (await store.PurgeAsync(Order, None)).ShouldBe(new PurgeAnswer.Purged(ScopeContents.Nothing));
        (await store.ScopesAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_only_looks_makes_nothing_and_writes_nothing()
    {
        Should.Throw<StoreException>(() => SqliteScope.OpenToRead("acme/shop", Settings));
        File.Exists(_folder["baton.db"]).ShouldBeFalse();
        await using (var store = await OpenAsync("acme/shop"))
            await RunAsync(store, "a");
        await using var looker = SqliteScope.OpenToRead("acme/shop", Settings);
        (await looker.FaultsAsync(None)).ShouldBeEmpty();
        (await looker.EndedRunsAsync(10, None)).Count.ShouldBe(1);
        var failure = await Should.ThrowAsync<StoreException>(async () =>
            await looker.ApplyAsync([new Command.Request(Asks.For("b", Need.Group("g")))], None)
        );
        failure.Fault.ShouldBe(StoreFault.ReadOnly);
    }

    [Fact]
    public async Task A_log_whose_database_is_gone_is_not_written_into_a_new_one()
    {
        await using (var store = await OpenAsync("acme/shop"))
            await RunAsync(store, "a");
        File.Delete(_folder["baton.db"]);
        var failure = await Should.ThrowAsync<StoreException>(async () => await OpenAsync("acme/shop"));
        failure.Fault.ShouldBe(StoreFault.Corrupt);
        File.Exists(_folder["baton.db"]).ShouldBeFalse();
    }

    private SqliteSettings Settings => new(_folder["baton.db"], _clock);

    private ValueTask<SqliteScope> OpenAsync(string scope) => SqliteScope.OpenAsync(scope, Settings, None);

    private static ValueTask<Instant> TimeAsync(SqliteScope store) => store.ReadAsync((_, now) => now, None);

    private static async Task<long> RunAsync(SqliteScope store, string run, params Need[] needs)
    {
        var asked = await store.ApplyAsync([new Command.Request(Asks.For(run, [Need.Group("g"), .. needs]))], None);
        var token = asked.Decisions[0].ShouldBeOfType<Decision.Granted>().Run.Token;
        await store.ApplyAsync([new Command.End(new RunId(run), token, Conclusion.Success)], None);
        return token;
    }
}
