using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>
/// A damaged database gives a clear error or right answers; it never grants what is held, and is never begun anew.
/// </summary>
public sealed class SqliteDamage : IDisposable
{
    private const int PageSize = 4096;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestFolder _folder = new();
    private readonly ManualClock _clock = new();

    private string Original => _folder["original.db"];

    private string Copy => _folder["copy.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_cut_off_at_any_page_is_an_error_or_answers_rightly()
    {
        var whole = await PrepareAsync();
        for (var length = 0; length < whole.Length; length += PageSize)
            await TryAsync(whole[..length], $"cut off at {length}");
        await TryAsync(whole[..(whole.Length - 1)], "cut off before the last byte");
        await TryAsync(whole[..50], "cut off inside the first page");
    }

    [Theory]
    [InlineData(1)]
    public async Task A_flipped_byte_in_any_page_is_an_error_or_answers_rightly(int seed)
    {
        var chance = new Random(seed);
        var whole = await PrepareAsync();
        for (var page = 0; page < whole.Length / PageSize; page++)
            foreach (var offset in Offsets(whole, page, chance))
            {
                var damaged = (byte[])whole.Clone();
                damaged[offset] ^= (byte)(1 << chance.Next(8));
                await TryAsync(damaged, $"seed {seed}, byte {offset}");
            }
    }

    // The page's own header, where its cells are; and some places that hold something.
    private static IEnumerable<int> Offsets(byte[] whole, int page, Random chance)
    {
        var start = page * PageSize;
        var used = Enumerable.Range(start, PageSize).Where(offset => whole[offset] != 0).ToArray();
        foreach (var offset in Enumerable.Range(page == 0 ? 100 : start, 12))
            yield return offset;
        for (var sample = 0; sample < 16 && used.Length > 0; sample++)
            yield return used[chance.Next(used.Length)];
    }

    private async Task<byte[]> PrepareAsync()
    {
        await using (var store = await OpenAsync(Original))
        {
            foreach (var id in (string[])["HOLDER", "WAITER1", "WAITER2"])
                await store.ApplyAsync([new Command.Request(Ask(id))], None);
            await store.ApplyAsync(
                [new Command.Request(Asks.For("KEYED", Need.Key("k", TimeSpan.FromHours(1))))],
                None
            );
            store.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return await File.ReadAllBytesAsync(Original);
    }

    private async Task TryAsync(byte[] content, string what)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(Copy + suffix);
        await File.WriteAllBytesAsync(Copy, content);
        try
        {
            await using var store = await OpenAsync(Copy);
            foreach (var ask in (Ask[])[Ask("LATE"), Asks.For("SECOND", Need.Key("k", TimeSpan.FromHours(1)))])
            {
                var decision = (await store.ApplyAsync([new Command.Request(ask)], None)).Decisions[0];
                decision.ShouldNotBeOfType<Decision.Granted>(what);
            }
        }
        catch (StoreException fault)
        {
            fault.Message.ShouldContain(Copy);
            var kept = await File.ReadAllBytesAsync(Copy);
            kept.Length.ShouldBeGreaterThanOrEqualTo(content.Length, what + ": nothing is cut off");
        }
        catch (Exception fault) when (fault is not ShouldAssertException)
        {
            throw new InvalidOperationException($"{what}: {fault.GetType().Name} is no clear error", fault);
        }
    }

    private static Ask Ask(string run) => Asks.For(run, Need.Group("deploy"));

    private ValueTask<SqliteScope> OpenAsync(string path) =>
        SqliteScope.OpenAsync("acme/shop", new SqliteSettings(path, _clock), None);
}
