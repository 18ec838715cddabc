using System.Security.Cryptography;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Git;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Git;
using Baton.Tests.Integration.Git;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>What goes wrong with state in refs: lost answers, dead servers, refusals, strangers' refs.</summary>
public sealed class GitHazards : IDisposable
{
    private readonly GitGround _ground = new();
    private readonly ManualClock _clock = new();
    private readonly string _remote;

    public GitHazards() => _remote = _ground.Bare("remote.git");

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task A_push_whose_answer_is_lost_is_found_in_the_state()
    {
        // The refs are moved when this hook runs; the first push then hears nothing until its time is over.
        GitGround.Executable(
            $"{_remote}/hooks/post-receive",
            $"#!/bin/sh\n[ -e {_ground["once"]} ] && exit 0\ntouch {_ground["once"]}\nexec sleep 600\n"
        );
        await using var store = Open(Settings() with { Deadline = TimeSpan.FromSeconds(5) });
        var applied = await AskAsync(store, "01");
        applied.Decisions[0].ShouldBeOfType<Engine.Decision.Granted>().Run.Token.ShouldBe(1);
        applied.Changes.ShouldNotBeEmpty();
        File.Exists(_ground["once"]).ShouldBeTrue();
        (await store.HeadAsync(None)).Number.ShouldBe((await store.RecordsAsync(1, 100, None)).Count);
        (await store.LiveRunsAsync(None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_of_a_dead_server_is_told_and_is_no_lost_race()
    {
        await using var store = Open(Settings() with { LockPatience = TimeSpan.FromMilliseconds(200) });
        await AskAsync(store, "01");
        var path = Directory
            .GetFiles(Path.Combine(_remote, "refs/baton"), "state", SearchOption.AllDirectories)
            .Single();
        File.WriteAllText(path + ".lock", "");
        var failure = await Should.ThrowAsync<StoreException>(() => AskAsync(store, "02"));
        failure.Fault.ShouldBe(StoreFault.Unavailable);
        failure.Message.ShouldContain("state.lock");
        File.Delete(path + ".lock");
        (await AskAsync(store, "02")).Decisions[0].ShouldBeOfType<Engine.Decision.Waiting>();
    }

    [Fact]
    public async Task Who_may_only_read_is_told_of_forks_and_sees_what_others_hold()
    {
        await using (var holder = Open(Settings()))
            await AskAsync(holder, "01");
        GitGround.Executable(
            $"{_remote}/hooks/pre-receive",
            "#!/bin/sh\necho 'You are not allowed to push code to this project.'\nexit 1\n"
        );
        await using var store = Open(Settings());
        var failure = await Should.ThrowAsync<StoreException>(() => AskAsync(store, "02"));
        failure.Fault.ShouldBe(StoreFault.ReadOnly);
        failure.Message.ShouldContain("fork");
        (await store.LiveRunsAsync(None)).ShouldHaveSingleItem().Id.Value.ShouldBe("01");
    }

    [Fact]
    public async Task A_remote_that_takes_nothing_but_branches_is_offered_branches()
    {
        _ = _ground.Run(GitPlace.At(_remote), "config", "receive.hideRefs", "refs/baton");
        await using (var store = Open(Settings()))
        {
            var failure = await Should.ThrowAsync<StoreException>(() => AskAsync(store, "01"));
            failure.Fault.ShouldBe(StoreFault.Unsuitable);
            failure.Message.ShouldContain("#branches");
        }
        await using var branches = Open(Settings() with { Space = RefNames.Branches });
        (await AskAsync(branches, "01")).Decisions[0].ShouldBeOfType<Engine.Decision.Granted>();
        (await AskAsync(branches, "02")).Decisions[0].ShouldBeOfType<Engine.Decision.Waiting>();
        foreach (var reference in Refs())
            reference.ShouldStartWith("refs/heads/baton/v1/");
        _ground.Run(GitPlace.At(_remote), "log", "--all", "--format=%s").ShouldContain("[skip ci]");
    }

    [Fact]
    public async Task An_audit_that_a_dead_server_left_ahead_of_the_state_never_happened()
    {
        await using var store = Open(Settings());
        await AskAsync(store, "01");
        var state = Refs().Single(name => name.EndsWith("/state", StringComparison.Ordinal));
        var (before, head) = (_ground.Run(GitPlace.At(_remote), "rev-parse", state), await store.HeadAsync(None));
        await AskAsync(store, "02");
        _ = _ground.Run(GitPlace.At(_remote), "update-ref", state, before);
        await using var other = Open(Settings());
        (await other.LiveRunsAsync(None)).Count.ShouldBe(1);
        (await other.VerifyAsync(null, None)).ShouldBe(new AuditVerdict.Whole(head));
        (await AskAsync(other, "03")).Decisions[0].ShouldBeOfType<Engine.Decision.Waiting>();
        (await store.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
        (await store.LiveRunsAsync(None)).Select(run => run.Id.Value).ShouldBe(["01", "03"]);
    }

    [Fact]
    public async Task A_state_whose_audit_is_gone_is_damage_and_nothing_is_overwritten()
    {
        await using (var store = Open(Settings()))
            await AskAsync(store, "01");
        _ = _ground.Run(
            GitPlace.At(_remote),
            "update-ref",
            "-d",
            Refs().Single(name => name.EndsWith("/audit", StringComparison.Ordinal))
        );
        var refs = Refs();
        await using var other = Open(Settings());
        (await Should.ThrowAsync<StoreException>(() => AskAsync(other, "02"))).Fault.ShouldBe(StoreFault.Corrupt);
        (await other.FaultsAsync(None)).ShouldHaveSingleItem();
        Refs().ShouldBe(refs);
    }

    [Fact]
    public async Task A_ticket_is_taken_along_by_whoever_pushes_next_and_its_owner_hears_the_answer()
    {
        await using var store = Open(Settings());
        await AskAsync(store, "01");
        var tickets = new RefNames(RefNames.Custom, "acme/shop").Tickets;
        var good = Leave(tickets + "01ARZ3NDEKTSV4RRFFQ69G5FAV", Ticket.Write([Request("02")], "n"));
        var junk = Leave(tickets + "01ARZ3NDEKTSV4RRFFQ69G5FAW", "junk"u8.ToArray());
        Refs().ShouldContain(good);
        Refs().ShouldContain(junk);
        await using (var next = Open(Settings())) // one that has not looked a moment ago
            await AskAsync(next, "03");
        (await store.LiveRunsAsync(None)).Select(run => run.Id.Value).ShouldBe(["01", "02", "03"]);
        Refs().Count(name => name.StartsWith(tickets, StringComparison.Ordinal)).ShouldBe(0);
        await using var owner = Open(Settings());
        var again = await AskAsync(owner, "02");
        again.Decisions[0].ShouldBeOfType<Engine.Decision.Waiting>().Run.Place.Arrival.ShouldBe(2);
        again.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_remote_of_sha256_is_as_good()
    {
        _ = _ground.Run(
            GitPlace.In(_ground["."]),
            "init",
            "-q",
            "--bare",
            "--object-format=sha256",
            "--",
            _ground["256.git"]
        );
        await using var store = Open(Settings(_ground["256.git"]));
        (await AskAsync(store, "01")).Decisions[0].ShouldBeOfType<Engine.Decision.Granted>();
        await using var other = Open(Settings(_ground["256.git"]));
        (await AskAsync(other, "02")).Decisions[0].ShouldBeOfType<Engine.Decision.Waiting>();
    }

    [Fact]
    public async Task A_window_is_kept_between_machines_whose_clocks_are_two_minutes_apart()
    {
        await using (var store = Open(Settings()))
        {
            var run = (await store.ApplyAsync([new Command.Request(Asks.For("01", Key()))], None)).Decisions[0].About!;
            await store.ApplyAsync([new Command.End(run.Id, run.Token, Conclusion.Success)], None);
        }
        _clock.Domain = "another machine";
        _clock.BootTicks = 0;
        _clock.WallTicks += TimeSpan.FromSeconds(59 + 120).Ticks; // 59 s later by its own clock, which is two minutes fast
        await using (var store = Open(Settings()))
            (await store.ApplyAsync([new Command.Request(Asks.For("02", Key()))], None))
                .Decisions[0]
                .ShouldBeOfType<Engine.Decision.Ended>()
                .Run.Conclusion.ShouldBe(Conclusion.Duplicate);
        _clock.Domain = "a third machine";
        _clock.WallTicks += TimeSpan.FromSeconds(2).Ticks;
        await using var late = Open(Settings());
        (await late.ApplyAsync([new Command.Request(Asks.For("03", Key()))], None))
            .Decisions[0]
            .ShouldBeOfType<Engine.Decision.Granted>();

        static Need Key() => Need.Key("k", TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_scope_of_a_thousand_live_runs_takes_no_more_and_says_so()
    {
        await using var store = Open(Settings());
        await store.ApplyAsync([.. Enumerable.Range(0, GitScope.MostLive).Select(at => Request($"RUN{at:D4}"))], None);
        var failure = await Should.ThrowAsync<StoreException>(() => AskAsync(store, "MORE"));
        failure.Fault.ShouldBe(StoreFault.Full);
        (await store.LiveRunsAsync(None)).Count.ShouldBe(GitScope.MostLive);
    }

    [Fact]
    public async Task Who_pushes_more_often_than_the_remote_asks_for_is_told_once()
    {
        var told = new List<string>();
        var settings = Settings() with { PushesPerMinute = 3, OnOverBudget = told.Add };
        await using var store = Open(settings);
        foreach (var id in (string[])["01", "02", "03"])
            await AskAsync(store, id);
        told.ShouldBeEmpty();
        await AskAsync(store, "04");
        await AskAsync(store, "05");
        told.ShouldHaveSingleItem().ShouldContain("4 pushes");
        _clock.Advance(TimeSpan.FromMinutes(2));
        await using var later = Open(settings);
        await AskAsync(later, "06");
        told.Count.ShouldBe(1);
    }

    [Fact]
    public void Who_cannot_wait_long_gives_a_folder_that_long_and_a_service_the_time_of_two_looks()
    {
        var near = Settings().Within(TimeSpan.FromSeconds(1));
        (near.Patience, near.Deadline, near.LockPatience).ShouldBe(
            (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1))
        );
        var far = Settings("https://forge.invalid/acme/shop").Within(TimeSpan.FromSeconds(1));
        (far.Patience, far.Deadline).ShouldBe((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)));
        (far.PushesPerMinute, near.PushesPerMinute).ShouldBe((6, null));
    }

    [Fact]
    public async Task Over_http_it_is_the_same_and_the_servers_clock_corrects_ours()
    {
        using var http = GitHttp.Serve(_ground["."]);
        Assert.SkipWhen(http is null, "git has no http backend here");
        _ = _ground.Run(GitPlace.At(_remote), "config", "http.receivepack", "true");
        var settings = Settings(http!.Url + "/remote.git");
        await using var one = Open(settings);
        await using var other = Open(settings);
        (await AskAsync(one, "01")).Decisions[0].ShouldBeOfType<Engine.Decision.Granted>();
        (await AskAsync(other, "02")).Decisions[0].ShouldBeOfType<Engine.Decision.Waiting>();
        var run = (await one.LiveRunsAsync(None))[0];
        await one.ApplyAsync([new Command.End(run.Id, run.Token, Conclusion.Success)], None);
        (await other.LiveRunsAsync(None)).ShouldHaveSingleItem().State.ShouldBe(RunState.Running);
        (await other.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
        // The clock of this machine stands at the beginning of 2026; the server's doesn't.
        var written = await one.LastClockAsync(None);
        Math.Abs(written!.WallTicks - DateTimeOffset.UtcNow.UtcTicks).ShouldBeLessThan(TimeSpan.FromMinutes(10).Ticks);
        (await one.TryAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Trying_leaves_nothing_behind_and_says_what_is_refused()
    {
        await using var store = Open(Settings());
        await AskAsync(store, "01");
        var refs = Refs();
        (await store.TryAsync(None)).ShouldBeEmpty();
        Refs().ShouldBe(refs);
        _ = _ground.Run(GitPlace.At(_remote), "config", "receive.hideRefs", "refs/baton");
        (await store.TryAsync(None)).ShouldHaveSingleItem().Fault.ShouldBe(StoreFault.Unsuitable);
        _ = _ground.Run(GitPlace.At(_remote), "config", "--unset", "receive.hideRefs");
        _ = _ground.Run(GitPlace.At(_remote), "config", "receive.advertiseAtomic", "false");
        (await store.TryAsync(None)).ShouldHaveSingleItem().Message.ShouldContain("atomic");
        Refs().ShouldBe(refs);
    }

    private static Command.Request Request(string id) => new(Asks.For(id, Need.Group("deploy")));

    private static async Task<Applied> AskAsync(GitScope store, string id) =>
        await store.ApplyAsync([Request(id)], None);

    private string Leave(string name, byte[] content)
    {
        var made = _ground
            .Git.Run(
                new GitCall(GitPlace.At(_remote), "fast-import", "--quiet", "--force", "--done", "--date-format=raw")
                {
                    Input = FileCommit.Orders(
                        [new FileCommit(FileCommit.Ticket, "t\n", content)],
                        DateTimeOffset.UnixEpoch
                    ),
                },
                None
            )
            .Require();
        _ = _ground.Run(
            GitPlace.At(_remote),
            "update-ref",
            name,
            System.Text.Encoding.ASCII.GetString(made.Span).Trim()
        );
        _ = _ground.Run(GitPlace.At(_remote), "update-ref", "-d", "refs/made/commands");
        return name;
    }

    private string[] Refs() =>
        _ground
            .Run(GitPlace.At(_remote), "for-each-ref", "--format=%(refname)")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private GitStoreSettings Settings(string? remote = null) =>
        new(
            _ground.Git,
            new GitRemote(remote ?? _remote),
            _ground["state"],
            GitGround.Clock,
            _clock,
            () => RandomNumberGenerator.GetBytes(10)
        )
        {
            Patience = TimeSpan.FromMinutes(5),
        };

    private static GitScope Open(GitStoreSettings settings) => GitScope.Open("acme/shop", settings);
}
