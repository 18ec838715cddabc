using Baton.Runtime.Git;
using Baton.Runtime.Pushing;
using Baton.Runtime.Pushing.Queueing;
using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Pushing;

/// <summary>Writers in line: one pushes for all, and each learns from the branch what became of its commit.</summary>
public sealed class PushQueueTests
{
    private const int Writers = 10;

    private const string Class = "bots";

    private static readonly QueueName Name = QueueName.Of("refs/heads/main", Class);

    [Fact]
    public async Task Records_of_all_writers_are_there_with_few_pushes_of_the_branch()
    {
        using var ground = Records.Ground();
        _ = ground.OnRemote("config", "core.logAllRefUpdates", "true");
        // Nobody leads while a ticket of the future's first is there: so all of them are in line before one begins.
        var first = Name.Base + "00000000000000000000000000";
        _ = ground.OnRemote("update-ref", first, "refs/heads/main");
        var clones = Enumerable.Range(1, Writers).Select(id => (Id: id, Clone: ground.Clone($"w{id}"))).ToList();
        ground.Others(("o", "others\n")); // so that nobody's first try succeeds
        var before = ground.OnRemote("reflog", "main").Split('\n').Length;
        var writers = clones.Select(one => Task.Run(() => Write(ground, one.Clone, one.Id))).ToList();
        await Until(() => Tickets(ground) > Writers, writers);
        _ = ground.OnRemote("update-ref", "-d", first);

        var ends = await Task.WhenAll(writers);

        Assert.All(ends, end => Assert.IsType<PushEnd.Pushed>(end));
        Assert.Equal(Writers, ends.Cast<PushEnd.Pushed>().Select(end => end.Commit).Distinct().Count());
        Assert.All(
            ends.Cast<PushEnd.Pushed>(),
            end => ground.OnRemote("merge-base", "--is-ancestor", end.Commit, "main")
        );
        Records.Check(ground, [.. Enumerable.Range(1, Writers)], others: 1);
        // One that leads all; where adding takes longer than a leader adds, a few.
        Assert.InRange(ground.OnRemote("reflog", "main").Split('\n').Length - before, 1, Writers / 2);
        Assert.Equal(0, Tickets(ground));
        Assert.Equal(Writers, ground.OnRemote("log", "--format=%an", "--author=^writer", "main").Split('\n').Length);
    }

    [Fact]
    public async Task A_commit_that_conflicts_fails_alone_and_its_writer_sees_why()
    {
        using var ground = new PushGround(("text", "1\n"));
        ground.Others(("text", "others\n"));
        var (good, bad) = (ground.Clone("good"), ground.Clone("bad"));
        foreach (var clone in new[] { good, bad })
            _ = ground.Git(clone, "reset", "-q", "--hard", "HEAD~1");
        PushGround.Write(good, "new", "x\n");
        PushGround.Write(bad, "text", "mine\n");
        var bads = ground.PushAsync(bad, InLine).AsTask();
        var goods = ground.PushAsync(good, InLine).AsTask();

        var conflicted = Assert.IsType<PushEnd.Conflicted>((await bads).End);

        Assert.Equal("text", Assert.Single(conflicted.Conflicts).Path.Text);
        Assert.IsType<PushEnd.Pushed>((await goods).End);
        Assert.Equal("x\n", ground.There("new"));
        Assert.Equal("others\n", ground.There("text"));
        Assert.Equal(0, Tickets(ground));
    }

    [Fact]
    public async Task Whose_change_would_be_cut_is_sent_back_and_hears_of_it()
    {
        using var ground = new PushGround(("m.json", "{\"owner\":\"a\",\"n\":1}\n"));
        ground.Others(("m.json", "{\"owner\":\"them\",\"n\":1}\n"));
        var rules = PushGround.Rules("{ paths: [m.json], resolve: json, keys: { owner: remote } }");
        var (leads, led) = (ground.Clone("leads"), ground.Clone("led"));
        foreach (var clone in new[] { leads, led })
            _ = ground.Git(clone, "reset", "-q", "--hard", "HEAD~1");
        PushGround.Write(led, "m.json", "{\"owner\":\"me\",\"n\":2}\n");
        PushGround.Write(leads, "x", "x\n");
        // The other's ticket, as if it were put there by a process that sleeps just now.
        var ticket = Put(ground, led, "01");
        Assert.IsType<PushEnd.Pushed>(
            (await ground.PushAsync(leads, order => Impatient(order) with { Rules = rules })).End
        );
        Assert.Equal("", ground.OnRemote("for-each-ref", ticket));
        Assert.Equal("{\"owner\":\"them\",\"n\":1}\n", ground.There("m.json"));

        var woken = await ground.PushAsync(led, order => InLine(order) with { Rules = rules });

        Assert.True(Assert.IsType<PushEnd.Pushed>(woken.End).IsPartial);
    }

    [Fact]
    public async Task A_leader_that_died_is_replaced_and_its_commit_is_there_once()
    {
        using var ground = new PushGround(("a", "1\n"), ("b", "1\n"));
        ground.Others(("o", "others\n"));
        var (dead, next) = (ground.Clone("dead"), ground.Clone("next"));
        foreach (var clone in new[] { dead, next })
            _ = ground.Git(clone, "reset", "-q", "--hard", "HEAD~1");
        PushGround.Write(dead, "a", "dead\n");
        PushGround.Write(next, "b", "next\n");
        _ = Put(ground, dead, "00");

        var led = await ground.PushAsync(next, Impatient);

        Assert.Equal(PushWay.Merged, Assert.IsType<PushEnd.Pushed>(led.End).How);
        Assert.Equal(("dead\n", "next\n"), (ground.There("a"), ground.There("b")));
        // Started again it finds what was done for it.
        var again = Assert.IsType<PushEnd.Pushed>((await ground.PushAsync(dead, InLine)).End);
        Assert.Equal(PushWay.Found, again.How);
        Assert.Equal("4", ground.OnRemote("rev-list", "--count", "main"));
    }

    [Fact]
    public async Task A_leader_that_dies_behind_its_push_has_told_nobody_anything_and_all_know()
    {
        using var ground = new PushGround(("a", "1\n"), ("b", "1\n"));
        ground.Others(("o", "others\n"));
        var (dead, led) = (ground.Clone("dead"), ground.Clone("led"));
        foreach (var clone in new[] { dead, led })
            _ = ground.Git(clone, "reset", "-q", "--hard", "HEAD~1");
        PushGround.Write(dead, "a", "dead\n");
        PushGround.Write(led, "b", "led\n");
        var ticket = Put(ground, led, "zz");
        // The leader's push arrives, and git dies without an answer; so does every look that the leader takes then.
        PushRemoteTests.Impostor(
            ground,
            "case \"$*\" in *--atomic*:refs/heads/main*) \"$git\" \"$@\" >/dev/null 2>&1; touch \"$0.dead\";; esac; "
                + "if [ -e \"$0.dead\" ]; then echo 'fatal: unable to access: Could not resolve host: x' >&2; exit 128; fi"
        );
        try
        {
            var end = (
                await ground.PushAsync(dead, order => InLine(order) with { Patience = new() { Attempts = 2 } })
            ).End;
            Assert.True(Assert.IsType<PushEnd.GaveUp>(end).IsUnknown);
        }
        catch (GitException)
        {
            // A git that answers nothing doesn't tidy up, either.
        }

        ground.Ground.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        Assert.Equal("", ground.OnRemote("for-each-ref", ticket));

        Assert.Equal(PushWay.Found, Assert.IsType<PushEnd.Pushed>((await ground.PushAsync(led, InLine)).End).How);
        Assert.Equal(PushWay.Found, Assert.IsType<PushEnd.Pushed>((await ground.PushAsync(dead, InLine)).End).How);
        Assert.Equal("4", ground.OnRemote("rev-list", "--count", "main"));
    }

    [Fact]
    public async Task A_ticket_of_another_class_is_left_alone()
    {
        using var ground = new PushGround(("a", "1\n"));
        ground.Others(("o", "others\n"));
        var clone = ground.Clone("c");
        _ = ground.Git(clone, "reset", "-q", "--hard", "HEAD~1");
        var other = QueueName.Of("refs/heads/main", "admins").Base + "00000000000000000000000000";
        _ = ground.OnRemote("update-ref", other, "refs/heads/main");
        PushGround.Write(clone, "a", "2\n");
        Assert.IsType<PushEnd.Pushed>((await ground.PushAsync(clone, InLine)).End);
        Assert.NotEqual("", ground.OnRemote("for-each-ref", other));
    }

    [Fact]
    public async Task A_server_that_takes_no_tickets_still_takes_a_push()
    {
        using var ground = new PushGround(("a", "1\n"));
        ground.Others(("o", "others\n"));
        _ = ground.OnRemote("config", "receive.hideRefs", "refs/baton");
        var clone = ground.Clone("c");
        _ = ground.Git(clone, "reset", "-q", "--hard", "HEAD~1");
        PushGround.Write(clone, "a", "2\n");
        Assert.IsType<PushEnd.Pushed>((await ground.PushAsync(clone, InLine)).End);
        Assert.Equal("2\n", ground.There("a"));
    }

    private static PushOrder InLine(PushOrder order) =>
        order with
        {
            QueueClass = Class,
            Patience = order.Patience with { Attempts = 100, Deadline = TimeSpan.FromMinutes(10) },
            QueueStall = TimeSpan.FromMinutes(10),
        };

    // The first in line is known to be dead, so that nobody needs to be given time.
    private static PushOrder Impatient(PushOrder order) => InLine(order) with { QueueStall = TimeSpan.Zero };

    private static async Task<PushEnd> Write(PushGround ground, string clone, int id)
    {
        Records.Append(clone, id);
        var report = await ground.PushAsync(
            clone,
            order => InLine(order) with { Rules = Records.Rules, Author = ($"writer {id}", "w@x") },
            $"record {id}"
        );
        return report.End;
    }

    private static int Tickets(PushGround ground) =>
        ground.OnRemote("for-each-ref", Name.Base).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    // What a writer's push would have put there: its commit, under a ticket.
    private static string Put(PushGround ground, string clone, string name)
    {
        var before = ground.OnRemote("rev-parse", "main");
        var made = Assert.IsType<PushEnd.Refused>(
            ground
                .PushAsync(
                    clone,
                    order =>
                        order with
                        {
                            Remote = ground.Ground["nowhere"],
                            Patience = new() { Attempts = 1 },
                        }
                )
                .AsTask()
                .GetAwaiter()
                .GetResult()
                .End
        );
        Assert.Equal(before, ground.OnRemote("rev-parse", "main"));
        var ticket = Name.Base + name;
        _ = ground.Git(clone, "push", "-q", "origin", $"{made.Commit}:{ticket}");
        return ticket;
    }

    private static async Task Until(Func<bool> condition, IEnumerable<Task> unless)
    {
        var started = GitGround.Clock.GetTimestamp();
        while (!condition())
        {
            Assert.True(GitGround.Clock.GetElapsedTime(started) < Machine.Bound, "it was waited for a long time");
            foreach (var task in unless)
                if (task.IsFaulted)
                    await task;
            await Task.Yield();
        }
    }
}
