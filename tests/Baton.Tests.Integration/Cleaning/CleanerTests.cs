using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Stores;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Cleaning;

/// <summary>Cleaning, in a store whose owners are dead, alive, or nobody's to tell.</summary>
public sealed class CleanerTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestFolder _folder = new();
    private readonly BootClock _clock = new(TimeProvider.System);

    public CleanerTests()
    {
        Directory.CreateDirectory(_folder["bells"]);
        Directory.CreateDirectory(_folder["temporary"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Interrupted_at_every_step_it_comes_to_the_same_and_calls_nobody_lost_twice()
    {
        Assert.SkipUnless(Here.Domain.IsKnown, "nobody can be told to be dead here");
        await using var store = await OpenAsync();
        foreach (var run in (string[])["01A", "01B", "01C"])
        {
            await AskAsync(store, run, Dead);
            await File.WriteAllTextAsync(TreeNote.PathOf(Here.Folder, run), "");
        }
        for (var steps = 0; ; steps++)
            if (await CleansAsync(new InterruptedScope(store) { Steps = steps }))
                break;
        var ended = await store.EndedRunsAsync(10, None);
        ended.ShouldAllBe(run => run.Conclusion == Conclusion.Lost);
        (await store.LiveRunsAsync(None)).ShouldBeEmpty();
        // Another user's processes may hide here what a run left: then its note stays.
        var kept = ended.Where(run => !run.RemainsGone).Select(run => $"{run.Id}.tree").ToList();
        Directory.EnumerateFiles(Here.Folder).Select(Path.GetFileName).ShouldBe(kept, ignoreOrder: true);
        var lost = (await store.RecordsAsync(1, 100, None)).Count(entry =>
            entry.Fact is Runtime.Audit.AuditFact.Happened { Record.Kind: Engine.Records.RecordKind.Ended }
        );
        lost.ShouldBe(3);
    }

    [Fact]
    public async Task An_interrupted_purge_has_purged_all_or_nothing_and_the_next_one_ends_it()
    {
        Assert.SkipUnless(Here.Domain.IsKnown, "nobody can be told to be dead here");
        await using var store = await OpenAsync();
        await AskAsync(store, "01A", Dead);
        await AskAsync(store, "01B", Here.Owner);
        var token = (await store.ContentsAsync(None)).LastToken;
        for (var steps = 0; ; steps++)
        {
            var purge = new Purge(Ground(new InterruptedScope(store) { Steps = steps }), new PurgeOrder("alice", "x"));
            try
            {
                (await purge.ForcingAsync(None)).ShouldBeOfType<PurgeEnd.Purged>();
                break;
            }
            catch (StoreException)
            {
                (await store.ReadAsync((view, _) => view.Run(new RunId("01A")), None)).ShouldNotBeNull();
            }
        }
        (await store.ContentsAsync(None)).ShouldBe(ScopeContents.Nothing with { Entries = 1, LastToken = token });
    }

    [Fact]
    public async Task Who_lives_or_cannot_be_told_to_be_dead_is_spared_and_keeps_a_purge_away()
    {
        await using var store = await OpenAsync();
        await AskAsync(store, "01A", Here.Owner);
        await AskAsync(store, "01B", new Owner("other boot/pid:1/time:1", "17:4"));
        await AskAsync(store, "01C", Owner.Unknown);
        var cleaned = await new Cleaner(Ground(store)).CleanAsync(None);
        cleaned.Found.ShouldBeEmpty();
        cleaned.Spared.Select(one => one.Run.Value).ShouldBe(["01A", "01B", "01C"]);
        var refused = await new Purge(Ground(store), new PurgeOrder("alice", "")).SparingAsync(None);
        refused.ShouldBeOfType<PurgeEnd.Refused>().Survivors.Count.ShouldBe(3);
        (await store.LiveRunsAsync(None)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_process_that_works_on_after_its_run_has_ended_keeps_a_purge_away()
    {
        await using var store = await OpenAsync();
        await AskAsync(store, "01A", Here.Owner);
        await store.ApplyAsync([new Command.Release(new RunId("01A"), "alice", "x")], None);
        using (Bell.Create(Here.Folder, "01A"))
            (await new Purge(Ground(store), new PurgeOrder("alice", "")).SparingAsync(None))
                .ShouldBeOfType<PurgeEnd.Refused>()
                .Survivors.ShouldHaveSingleItem()
                .Sentence.ShouldBe("run 01A has ended, and its process still lives");
        (
            await new Purge(Ground(store), new PurgeOrder("alice", "")).SparingAsync(None)
        ).ShouldBeOfType<PurgeEnd.Purged>();
    }

    [Fact]
    public async Task Bells_and_notes_stay_while_they_are_heard_or_needed_in_any_scope_of_the_store()
    {
        await using var store = await OpenAsync();
        await using var other = await OpenAsync("acme/other");
        await AskAsync(other, "01A", Owner.Unknown);
        foreach (var run in (string[])["01A", "01B", "01C"])
            await File.WriteAllTextAsync(TreeNote.PathOf(Here.Folder, run), "");
        using var heard = Bell.Create(Here.Folder, "01B");
        var cleaned = await new Cleaner(Ground(store)).CleanAsync(None);
        cleaned.Found.ShouldHaveSingleItem().Owner.Value.ShouldBe("01C");
        Directory
            .EnumerateFiles(Here.Folder)
            .Select(Path.GetFileName)
            .Order()
            .ShouldBe(["01A.tree", "01B.bell", "01B.tree"]);
    }

    [Fact]
    public async Task A_bell_that_cannot_be_opened_may_be_heard_and_stays()
    {
        await using var store = await OpenAsync();
        File.CreateSymbolicLink(Bell.PathOf(Here.Folder, "01A"), _folder["elsewhere"]); // refused to everybody, root included
        (await new Cleaner(Ground(store)).CleanAsync(None)).Found.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Here.Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Drafts_that_a_killed_writer_left_go_when_they_are_old()
    {
        await using var store = await OpenAsync();
        using var bell = Bell.Create(Here.Folder, "01A");
        string[] drafts = ["01B.bell.4711", $"01C{Sightings.DraftMark}x"];
        using (var unnamed = Bell.Create(Here.Folder, "01B"))
            File.Move(unnamed.Path, Path.Combine(Here.Folder, drafts[0])); // so that it stays when its owner is gone
        await File.WriteAllTextAsync(Path.Combine(Here.Folder, drafts[1]), "");
        (await new Cleaner(Ground(store)).CleanAsync(None)).Found.ShouldBeEmpty();
        foreach (var draft in drafts)
            File.SetLastWriteTimeUtc(Path.Combine(Here.Folder, draft), DateTime.UnixEpoch);
        var cleaned = await new Cleaner(Ground(store)).CleanAsync(None);
        cleaned.Found.Select(one => Path.GetFileName(one.Name)).ShouldBe(drafts);
        Directory.EnumerateFiles(Here.Folder).ShouldBe([bell.Path]);
    }

    [Fact]
    public async Task A_lost_run_whose_processes_nobody_can_tell_keeps_its_note_and_a_purge_away()
    {
        Assert.SkipUnless(Here.Domain.IsKnown, "nobody can be told to be dead here");
        await using var store = await OpenAsync();
        await AskAsync(store, "01A", Dead);
        (TreeNote.Ours("01A", null) with { IsKept = true }).Write(Here.Folder);
        var cleaned = await new Cleaner(Ground(store)).CleanAsync(None);
        cleaned.Found.ShouldHaveSingleItem().ShouldBeOfType<Leftover.DeadRun>();
        cleaned.Spared.ShouldHaveSingleItem().Sentence.ShouldContain("may have left processes");
        File.Exists(TreeNote.PathOf(Here.Folder, "01A")).ShouldBeTrue();
        var order = new PurgeOrder("alice", "x");
        (await new Purge(Ground(store), order).SparingAsync(None)).ShouldBeOfType<PurgeEnd.Refused>();
        (await new Purge(Ground(store), order).ForcingAsync(None)).ShouldBeOfType<PurgeEnd.Purged>();
    }

    // No process has this id: the kernel's largest is 2^22 (proc_sys_kernel(5)).
    private Owner Dead => new(Here.Domain.Text!, "2000000000:1");

    private Surroundings Here => Surroundings.Here(_folder["bells"], _clock);

    private Ground Ground(ITendedScope scope) =>
        new(scope, Here, _folder["temporary"], async name => await OpenAsync(name));

    private ValueTask<SqliteScope> OpenAsync(string scope = "acme/shop") =>
        SqliteScope.OpenAsync(scope, new SqliteSettings(_folder["baton.db"], new MachineClock(_clock)), None);

    private async Task<bool> CleansAsync(ITendedScope scope)
    {
        try
        {
            await new Cleaner(Ground(scope)).CleanAsync(None);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private static async Task AskAsync(SqliteScope store, string run, Owner owner)
    {
        var ask = Asks.For(run, Need.Group("group-of-" + run)) with { Owner = owner };
        (await store.ApplyAsync([new Command.Request(ask)], None)).Decisions[0].ShouldBeOfType<Decision.Granted>();
    }
}
