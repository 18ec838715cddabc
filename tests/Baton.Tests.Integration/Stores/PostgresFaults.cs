using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Postgres;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>What a PostgreSQL store does when the server, the line or the database isn't as it should be.</summary>
public sealed class PostgresFaults(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_wrong_password_is_told_as_one_and_never_repeated()
    {
        var (server, database) = await FreshAsync();
        var address = server.NetworkAddress(database).Replace("baton@", "baton:wr0ng@", StringComparison.Ordinal);
        var fault = await FailAsync(address);
        fault.Fault.ShouldBe(StoreFault.Unsuitable);
        fault.Message.ShouldContain("password");
        fault.Message.ShouldNotContain("wr0ng");
        (await FailAsync(server.NetworkAddress(database))).Message.ShouldContain("password");
    }

    [Fact]
    public async Task A_database_that_isnt_there_is_named()
    {
        var (server, _) = await FreshAsync();
        var fault = await FailAsync(server.Address("nowhere"));
        fault.Fault.ShouldBe(StoreFault.Unsuitable);
        fault.Message.ShouldContain("nowhere");
        fault.Message.ShouldContain("createdb");
    }

    [Fact]
    public async Task A_server_that_isnt_there_is_unavailable()
    {
        var (server, _) = await FreshAsync();
        var address = server.Address("shop").Replace("%2F", "%2Fnone%2F", StringComparison.Ordinal);
        (await FailAsync(address)).Fault.ShouldBe(StoreFault.Unavailable);
    }

    [Fact]
    public async Task A_database_that_cant_be_written_is_read_only_and_can_still_be_looked_at()
    {
        var (server, database) = await FreshAsync();
        await using (var store = await OpenAsync(server.Address(database)))
            await AskAsync(store, "01");
        await server.ExecuteAsync("postgres", $"ALTER DATABASE {database} SET default_transaction_read_only = on");
        await using var looking = await OpenAsync(server.Address(database));
        (await looking.LiveRunsAsync(None)).Count.ShouldBe(1);
        var fault = await Should.ThrowAsync<StoreException>(() => AskAsync(looking, "02"));
        fault.Fault.ShouldBe(StoreFault.ReadOnly);
    }

    [Fact]
    public async Task What_a_newer_program_made_is_left_alone()
    {
        var (server, database) = await FreshAsync();
        await (await OpenAsync(server.Address(database))).DisposeAsync();
        await server.ExecuteAsync(database, "UPDATE baton.meta SET value = '99' WHERE key = 'schema'");
        (await FailAsync(server.Address(database))).Fault.ShouldBe(StoreFault.TooNew);
    }

    [Fact]
    public async Task To_look_makes_nothing()
    {
        var (server, database) = await FreshAsync();
        var settings = new PostgresSettings(PostgresAddress.Parse(server.Address(database)), TimeProvider.System);
        (await PostgresScope.FindAsync("acme/shop", settings, None)).ShouldBeNull();
        await using var connection = await server.ConnectAsync(database);
        await using var command = new Npgsql.NpgsqlCommand("SELECT to_regnamespace('baton') IS NULL", connection);
        (await command.ExecuteScalarAsync(None)).ShouldBe(true);
    }

    [Theory]
    [InlineData(nameof(Cut.BeforeTheServer))]
    [InlineData(nameof(Cut.BehindTheMessage))]
    [InlineData(nameof(Cut.BeforeTheAnswer))]
    public async Task A_commit_whose_answer_is_lost_happens_once_and_is_answered_as_if_nothing_were(string cut)
    {
        var (server, database) = await FreshAsync();
        using var proxy = new Proxy(server.Port);
        await using var store = await OpenAsync(WithPassword(server.NetworkAddress(database, proxy.Port)));
        await AskAsync(store, "01");
        // Nothing in these commands says that they are the same again.
        foreach (var again in (int[])[1, 2, 3])
        {
            var isCut = proxy.CutAt("unprotected", Enum.Parse<Cut>(cut));
            var applied = await store.ApplyAsync(
                [new Command.ReportUnprotected(Origin.None, $"it was down, {again}"), Ask($"1{again}")],
                None
            );
            await isCut;
            applied.Decisions[0].ShouldBeOfType<Decision.Done>();
            applied.Decisions[1].ShouldBeOfType<Decision.Waiting>();
        }
        var entries = await store.RecordsAsync(1, 100, None);
        entries.Count(entry => entry.Fact is AuditFact.Happened { Record.Kind: RecordKind.Unprotected }).ShouldBe(3);
        (await store.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
    }

    [Fact]
    public async Task A_commit_that_is_still_on_its_way_when_the_line_is_cut_is_waited_for()
    {
        var (server, database) = await FreshAsync();
        using var proxy = new Proxy(server.Port);
        await using var store = await OpenAsync(WithPassword(server.NetworkAddress(database, proxy.Port)));
        await AskAsync(store, "01");
        await using var other = await server.ConnectAsync(database);
        await using (var locking = new Npgsql.NpgsqlCommand("BEGIN; SELECT 1 FROM baton.scopes FOR UPDATE", other))
            await locking.ExecuteNonQueryAsync(None);
        var isCut = proxy.CutAt("unprotected", Cut.BehindTheMessage);
        var applying = store.ApplyAsync([new Command.ReportUnprotected(Origin.None, "it was down")], None).AsTask();
        await isCut; // the server waits for the lock, and will commit whether anybody hears it or not
        await using (var letting = new Npgsql.NpgsqlCommand("COMMIT", other))
            await letting.ExecuteNonQueryAsync(None);
        (await applying).Decisions[0].ShouldBeOfType<Decision.Done>();
        var entries = await store.RecordsAsync(1, 100, None);
        entries.Count(entry => entry.Fact is AuditFact.Happened { Record.Kind: RecordKind.Unprotected }).ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_that_comes_late_finds_that_the_scope_has_moved_on_and_is_decided_anew()
    {
        var (server, database) = await FreshAsync();
        using var proxy = new Proxy(server.Port);
        await using var slow = await OpenAsync(WithPassword(server.NetworkAddress(database, proxy.Port)));
        await using var quick = await OpenAsync(server.Address(database));
        await AskAsync(slow, "00");
        var (here, letGo) = proxy.HoldAt("baton.moved(");
        var asking = slow.ApplyAsync([new Command.Request(Asks.For("01", Need.Group("other")))], None).AsTask();
        await here; // it was decided that it may run, and the server doesn't know yet
        var first = await quick.ApplyAsync([new Command.Request(Asks.For("02", Need.Group("other")))], None);
        first.Decisions[0].ShouldBeOfType<Decision.Granted>();
        letGo();
        (await asking).Decisions[0].ShouldBeOfType<Decision.Waiting>();
        (await quick.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
    }

    [Theory]
    [InlineData("needle", "looks")]
    [InlineData("needle", "asks")]
    [InlineData("unprotected", "commits")]
    public async Task Who_calls_a_word_off_is_let_go_though_the_server_is_silent(string word, string what)
    {
        var (server, database) = await FreshAsync();
        using var proxy = new Proxy(server.Port);
        // The driver would ask the silent server, on a connection of its own, and wait for this long.
        var address = WithPassword(server.NetworkAddress(database, proxy.Port)) + "?connect_timeout=600";
        await using var store = await OpenAsync(address);
        await AskAsync(store, "01");
        using var calling = new CancellationTokenSource();
        var (here, letGo) = proxy.HoldAt(word);
        Task saying = what switch
        {
            "looks" => store.ReadAsync((view, _) => view.Run(new RunId(word)), calling.Token).AsTask(),
            "asks" => store.ApplyAsync([new Command.Attest(new RunId(word))], calling.Token).AsTask(),
            _ => store.ApplyAsync([new Command.ReportUnprotected(Origin.None, word)], calling.Token).AsTask(),
        };
        await here;
        _ = calling.CancelAsync();
        try
        {
            await Should.ThrowAsync<OperationCanceledException>(() => saying.WaitAsync(TimeSpan.FromSeconds(60), None));
        }
        finally
        {
            letGo();
        }
        (await AskAsync(store, "02")).State.ShouldBe(RunState.Waiting);
        (await store.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
    }

    [Fact]
    public async Task A_scope_that_is_locked_keeps_no_other_waiting()
    {
        var (server, database) = await FreshAsync();
        await using var shop = await OpenAsync(server.Address(database));
        await using var blog = await OpenAsync(server.Address(database), "acme/blog");
        await AskAsync(shop, "01");
        await AskAsync(blog, "01");
        await using var other = await server.ConnectAsync(database);
        await using (
            var locking = new Npgsql.NpgsqlCommand(
                "BEGIN; SELECT 1 FROM baton.scopes WHERE name = 'acme/shop' FOR UPDATE",
                other
            )
        )
            await locking.ExecuteNonQueryAsync(None);
        var waits = AskAsync(shop, "02");
        await AskAsync(blog, "02");
        waits.IsCompleted.ShouldBeFalse();
        await other.CloseAsync();
        await waits;
    }

    [Fact]
    public async Task A_commit_is_heard_by_whom_it_concerns_and_by_nobody_else()
    {
        var (server, database) = await FreshAsync();
        await using var one = await OpenAsync(server.Address(database));
        await using var two = await OpenAsync(server.Address(database));
        var heard = new TaskCompletionSource();
        using var second = two.Listen(new RunId("02"), () => heard.TrySetResult());
        using var third = two.Listen(new RunId("03"), () => heard.TrySetException(new InvalidOperationException("03")));
        var running = await AskAsync(one, "01");
        foreach (var run in (string[])["02", "03"])
            await AskAsync(two, run);
        await two.ReadAsync((_, _) => 0, None);
        await one.ApplyAsync([new Command.End(running.Id, running.Token, Conclusion.Success)], None);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(60), None);
    }

    [Fact]
    public async Task A_line_longer_than_what_is_read_at_once_is_served_in_its_order()
    {
        const int Many = 150;
        var (server, database) = await FreshAsync();
        await using var store = await OpenAsync(server.Address(database));
        var runs = Enumerable.Range(100, Many).Select(number => $"{number}").ToList();
        await store.ApplyAsync([.. runs.Select(Ask)], None);
        var served = new List<string>();
        while (served.Count < Many)
        {
            // Another one each time: what one has in memory must be what the next one reads.
            await using var next = await OpenAsync(server.Address(database));
            for (var turn = 0; turn < 30; turn++)
            {
                var holds = await next.ReadAsync((view, _) => view.Holds(ResourceName.Group("deploy")).ToList(), None);
                served.Add(holds.Single().Run.Value);
                await next.ApplyAsync([new Command.End(holds[0].Run, holds[0].Token, Conclusion.Success)], None);
            }
        }
        served.ShouldBe(runs);
    }

    private async Task<(PostgresServer Server, string Database)> FreshAsync()
    {
        var server = await postgres.ServerAsync();
        return (server, await server.MakeDatabaseAsync());
    }

    private static string WithPassword(string address) =>
        address.Replace("baton@", $"baton:{Uri.EscapeDataString(PostgresServer.Password)}@", StringComparison.Ordinal);

    private static ValueTask<PostgresScope> OpenAsync(string address, string scope = "acme/shop") =>
        PostgresScope.OpenAsync(
            scope,
            new PostgresSettings(PostgresAddress.Parse(address), TimeProvider.System)
            {
                Patience = TimeSpan.FromMinutes(2),
                FirstPatience = TimeSpan.Zero,
            },
            None
        );

    private static async Task<StoreException> FailAsync(string address) =>
        await Should.ThrowAsync<StoreException>(async () => await (await OpenAsync(address)).DisposeAsync());

    private static Command.Request Ask(string run) => new(Asks.For(run, Need.Group("deploy")));

    private static async Task<Run> AskAsync(PostgresScope store, string run) =>
        (await store.ApplyAsync([Ask(run)], None)).Decisions[0].About!;
}
