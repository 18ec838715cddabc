using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Stores;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Audit;

/// <summary>An audit that was tampered with in any way is found out, in the store itself.</summary>
public sealed class AuditVerification : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_audit_that_nobody_touched_is_whole_and_passes_through_every_head_it_had()
    {
        await using var store = await FillAsync();
        var entries = await store.RecordsAsync(1, 100, None);
        entries.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 6).Select(number => (long)number));
        foreach (var entry in entries)
            (await store.VerifyAsync(entry.Head, None)).ShouldBe(new AuditVerdict.Whole(entries[^1].Head));
        (await store.VerifyAsync(AuditHead.None, None)).ShouldBeOfType<AuditVerdict.Whole>();
        (await store.HeadAsync(None)).ShouldBe(entries[^1].Head);
    }

    [Theory]
    [InlineData("DELETE FROM records WHERE number = 1", 1)]
    [InlineData("DELETE FROM records WHERE number = 3", 3)]
    [InlineData("DELETE FROM records WHERE number = 6", 6)]
    [InlineData("DELETE FROM records", 1)]
    [InlineData("UPDATE records SET body = replace(body, 'waiting', 'granted') WHERE number = 3", 3)]
    [InlineData("UPDATE records SET body = CAST(replace(CAST(body AS TEXT), ':', ': ') AS BLOB) WHERE number = 4", 4)]
    [InlineData("UPDATE records SET hash = (SELECT hash FROM records WHERE number = 1) WHERE number = 2", 2)]
    [InlineData("UPDATE records SET previous = hash WHERE number = 5", 5)]
    [InlineData("UPDATE records SET number = CASE number WHEN 2 THEN 30 ELSE 2 END WHERE number IN (2, 3)", 2)]
    [InlineData("INSERT INTO records SELECT scope, 7, at, run, previous, hash, body FROM records WHERE number = 6", 7)]
    [InlineData("INSERT INTO records SELECT scope, 0, at, run, previous, hash, body FROM records WHERE number = 1", 0)]
    public async Task What_was_changed_taken_out_exchanged_or_added_is_found(string tampering, long number)
    {
        await using var store = await FillAsync();
        store.Execute(tampering);
        (await store.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Broken>().Number.ShouldBe(number);
    }

    [Fact]
    public async Task An_audit_that_was_written_anew_is_found_by_a_head_known_from_outside()
    {
        await using var store = await FillAsync();
        var known = await store.HeadAsync(None);
        var other = known with { Hash = known.Hash.Replace(known.Hash[0], known.Hash[0] == 'a' ? 'b' : 'a') };
        (await store.VerifyAsync(other, None)).ShouldBeOfType<AuditVerdict.Broken>().Number.ShouldBe(6);
        var beyond = known with { Number = 9 };
        (await store.VerifyAsync(beyond, None)).ShouldBeOfType<AuditVerdict.Broken>().Number.ShouldBe(7);
    }

    [Fact]
    public async Task Pruning_leaves_an_anchor_and_more_cut_off_than_it_says_is_found()
    {
        var retention = new Retention { Audit = TimeSpan.FromDays(1), Every = 1 };
        await using var store = await FillAsync(retention);
        var early = (await store.RecordsAsync(1, 1, None))[0].Head;
        _clock.Advance(TimeSpan.FromDays(2));
        await AskAsync(store, "LATER");
        (await store.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
        (await store.VerifyAsync(early, None)).ShouldBeOfType<AuditVerdict.Whole>();
        var first = (await store.RecordsAsync(1, 1, None))[0].Number;
        first.ShouldBeGreaterThan(1);
        store.Execute("DELETE FROM records WHERE number = (SELECT min(number) FROM records)");
        (await store.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Broken>().Number.ShouldBe(first);
    }

    [Fact]
    public void An_anchor_that_no_pruning_recorded_is_found()
    {
        var entries = Chain(4);
        Verify(new AuditTrail("s", entries[3].Head, null, entries)).ShouldBeOfType<AuditVerdict.Whole>();
        var forged = new Anchor(entries[1].Head, "older than 90 days", default);
        Verify(new AuditTrail("s", entries[3].Head, forged, entries[2..])).ShouldBeOfType<AuditVerdict.Broken>();
        Verify(new AuditTrail("s", entries[2].Head, null, entries))
            .ShouldBeOfType<AuditVerdict.Broken>()
            .Number.ShouldBe(4);
        Verify(new AuditTrail("t", entries[3].Head, null, entries))
            .ShouldBeOfType<AuditVerdict.Broken>()
            .Number.ShouldBe(1);
    }

    [Fact]
    public void A_head_is_read_as_it_is_printed_and_nothing_else_is_a_head()
    {
        var head = new AuditHead(7, new string('a', 64));
        AuditHead.Parse(head.ToString()).ShouldBe(head);
        foreach (
            var text in (string[])["", "7", ":", "7:", "x:" + head.Hash, "-1:" + head.Hash, "7:" + new string('g', 64)]
        )
            AuditHead.Parse(text).ShouldBeNull(text);
    }

    private static AuditVerdict Verify(AuditTrail trail) => AuditVerifier.Verify(trail, null);

    private static AuditEntry[] Chain(int length)
    {
        var entries = new List<AuditEntry>();
        for (var number = 1; number <= length; number++)
        {
            var record = new Baton.Engine.Records.Record(
                Baton.Engine.Records.RecordKind.Granted,
                new(number),
                null,
                null,
                null
            );
            var body = new AuditBody(new AuditFact.Happened(record), DateTimeOffset.UnixEpoch).Write();
            entries.Add(AuditChain.Follow("s", entries.LastOrDefault()?.Head ?? AuditHead.None, body));
        }
        return [.. entries];
    }

    private async Task<SqliteScope> FillAsync(Retention? retention = null)
    {
        var settings = new SqliteSettings(_folder["baton.db"], _clock) { Retention = retention ?? Retention.Default };
        var store = await SqliteScope.OpenAsync("acme/shop", settings, None);
        for (var run = 1; run <= 6; run++)
            await AskAsync(store, $"RUN{run}");
        return store;
    }

    private static async Task AskAsync(SqliteScope store, string run) =>
        await store.ApplyAsync([new Command.Request(Asks.For(run, Need.Group("g")))], None);
}
