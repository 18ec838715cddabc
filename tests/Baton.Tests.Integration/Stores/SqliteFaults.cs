using System.Runtime.Versioning;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>What can be wrong with a database's file is told apart, and the file stays as it is.</summary>
public sealed class SqliteFaults : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestFolder _folder = new();

    private string Db => _folder["baton.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_new_database_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are Unix");
        var path = _folder["new/folder/baton.db"];
        await using var store = await OpenAsync(path);
        await AskAsync(store);
        File.GetUnixFileMode(_folder["new/folder"])
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var suffix in (string[])["", "-wal", "-shm", "-line"])
            File.GetUnixFileMode(path + suffix).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, suffix);
        File.Exists(path + "-new").ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_that_a_dead_maker_left_is_in_nobodys_way()
    {
        await File.WriteAllTextAsync(Db + "-new", "half a file");
        await File.WriteAllTextAsync(Db + "-new-journal", "half a journal");
        await using var store = await OpenAsync(Db);
        await AskAsync(store);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is a letter, and no database at all; it is long enough to be looked at, though. ")]
    public async Task A_file_that_is_no_database_is_refused_and_kept(string content)
    {
        await File.WriteAllTextAsync(Db, content);
        (await FaultAsync()).ShouldBe(StoreFault.Corrupt);
        (await File.ReadAllTextAsync(Db)).ShouldBe(content);
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_and_kept()
    {
        await PrepareAsync("PRAGMA application_id = 7");
        (await FaultAsync()).ShouldBe(StoreFault.Unsuitable);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await PrepareAsync("PRAGMA user_version = 1000");
        (await FaultAsync()).ShouldBe(StoreFault.TooNew);
    }

    [Fact]
    public async Task A_database_with_other_tables_is_damaged()
    {
        await PrepareAsync("DROP INDEX holds_until");
        (await FaultAsync()).ShouldBe(StoreFault.Corrupt);
    }

    [Fact]
    public async Task A_folder_is_no_database()
    {
        Directory.CreateDirectory(Db);
        var fault = await Should.ThrowAsync<StoreException>(async () => await OpenAsync(Db));
        fault.Message.ShouldContain(Db);
    }

    [Fact]
    public async Task A_refused_place_is_told_with_its_reason()
    {
        var settings = new SqliteSettings(Db, new ManualClock()) { Refusal = folder => $"{folder} is on nfs" };
        var fault = await Should.ThrowAsync<StoreException>(async () =>
            await SqliteScope.OpenAsync("s", settings, None)
        );
        fault.Fault.ShouldBe(StoreFault.Unsuitable);
        fault.Message.ShouldContain("is on nfs");
        File.Exists(Db).ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_disk_changes_nothing_and_reading_goes_on()
    {
        await using var store = await OpenAsync(Db);
        await AskAsync(store);
        store.Execute("PRAGMA max_page_count = 1");
        var big = Asks.For("BIG", Need.Group("g")) with { Filtered = new string('x', 200_000) };
        var fault = await Should.ThrowAsync<StoreException>(async () =>
            await store.ApplyAsync([new Command.Request(big)], None)
        );
        fault.Fault.ShouldBe(StoreFault.Full);
        (await store.LiveRunsAsync(None)).Count.ShouldBe(1);
        store.Execute("PRAGMA max_page_count = 1000000");
        await store.ApplyAsync([new Command.Request(big)], None);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_says_so_and_reading_goes_on()
    {
        await using var store = await OpenAsync(Db);
        await AskAsync(store);
        store.Execute("PRAGMA query_only = ON");
        var fault = await Should.ThrowAsync<StoreException>(async () => await AskAsync(store, "TWO"));
        fault.Fault.ShouldBe(StoreFault.ReadOnly);
        (await store.LiveRunsAsync(None)).Count.ShouldBe(1);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_without_write_permission_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "root may write everything");
        await PrepareAsync("PRAGMA user_version = 1");
        File.SetUnixFileMode(Db, UnixFileMode.UserRead);
        await using var store = await OpenAsync(Db);
        var fault = await Should.ThrowAsync<StoreException>(async () => await AskAsync(store, "TWO"));
        fault.Fault.ShouldBe(StoreFault.ReadOnly);
    }

    [Fact]
    public async Task Whoever_keeps_the_database_locked_makes_others_give_up_with_a_clear_error()
    {
        await using var holder = await OpenAsync(Db);
        holder.Execute("BEGIN IMMEDIATE");
        await using var other = await OpenAsync(Db, TimeSpan.FromMilliseconds(40));
        var fault = await Should.ThrowAsync<StoreException>(async () => await AskAsync(other));
        fault.Fault.ShouldBe(StoreFault.Unavailable);
        holder.Execute("ROLLBACK");
        await AskAsync(other);
    }

    [Fact]
    public async Task Who_calls_it_off_waits_no_longer_for_an_outsider_that_keeps_the_database_locked()
    {
        await using var outsider = await OpenAsync(Db); // who knows nothing of the line
        outsider.Execute("BEGIN IMMEDIATE");
        await using var store = await OpenAsync(Db);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await store.ApplyAsync([new Command.Request(Asks.For("ONE", Need.Group("g")))], source.Token)
        );
        outsider.Execute("ROLLBACK");
        await AskAsync(store);
    }

    [Fact]
    public async Task The_line_lets_everybody_in_once_and_whoever_gives_up_blocks_nobody()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no line");
        await using var store = await OpenAsync(Db, TimeSpan.FromMilliseconds(40));
        var line = new WriterLine(Db);
        using (await line.EnterAsync(TimeSpan.FromSeconds(60), None))
        {
            var fault = await Should.ThrowAsync<StoreException>(async () => await AskAsync(store));
            fault.Fault.ShouldBe(StoreFault.Unavailable);
            using var source = new CancellationTokenSource();
            var waiting = line.EnterAsync(TimeSpan.FromSeconds(60), source.Token).AsTask();
            await source.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(async () => await waiting);
        }
        using (await line.EnterAsync(TimeSpan.FromSeconds(60), None)) { }
        await using var patient = await OpenAsync(Db);
        await AskAsync(patient);
    }

    [Fact]
    public async Task The_store_keeps_its_id()
    {
        string id;
        await using (var store = await OpenAsync(Db))
            id = await store.StoreIdAsync(None);
        await using var again = await OpenAsync(Db);
        (await again.StoreIdAsync(None)).ShouldBe(id);
        id.Length.ShouldBe(32);
    }

    private async Task PrepareAsync(string sql)
    {
        await using var store = await OpenAsync(Db);
        await AskAsync(store);
        store.Execute(sql);
    }

    private async Task<StoreFault> FaultAsync()
    {
        var fault = await Should.ThrowAsync<StoreException>(async () => await OpenAsync(Db));
        fault.Message.ShouldContain(Db);
        return fault.Fault;
    }

    private static ValueTask<Applied> AskAsync(SqliteScope store, string run = "ONE") =>
        store.ApplyAsync([new Command.Request(Asks.For(run, Need.Group("g")))], None);

    private static ValueTask<SqliteScope> OpenAsync(string path, TimeSpan? patience = null) =>
        SqliteScope.OpenAsync(
            "acme/shop",
            new SqliteSettings(path, new ManualClock()) { Patience = patience ?? TimeSpan.FromMinutes(2) },
            None
        );
}
