using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>The SQLite store does what every store must do.</summary>
public sealed class SqliteConformance : StoreConformance
{
    private readonly TestFolder _folder = new();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }

    [Theory]
    [InlineData("boot-1", 60, 3600, 60)] // the boot clock counts, however the wall clock was set
    [InlineData("boot-1", 60, -3600, 60)]
    [InlineData("boot-1", -5, 10, 0)]
    [InlineData("", -3000, 90, 90)] // a clock that nothing is known of is never compared
    [InlineData("boot-2", -3000, 90, 90)] // over a reboot the wall clock counts, if it went forward
    [InlineData("boot-2", 3000, -90, 0)]
    public async Task Scope_time_goes_on_and_never_back(
        string domain,
        int bootSeconds,
        int wallSeconds,
        int passedSeconds
    )
    {
        await using var store = await OpenAsync("acme/shop");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var before = (
            await store.ApplyAsync([new Command.Request(Asks.For("01", Need.Group("g")))], CancellationToken.None)
        ).Now;
        Clock.Domain = domain;
        Clock.BootTicks += TimeSpan.FromSeconds(bootSeconds).Ticks;
        Clock.WallTicks += TimeSpan.FromSeconds(wallSeconds).Ticks;
        await using var other = await OpenAsync("acme/shop");
        var after = (
            await other.ApplyAsync([new Command.Request(Asks.For("02", Need.Group("h")))], CancellationToken.None)
        ).Now;
        (after - before).ShouldBe(TimeSpan.FromSeconds(passedSeconds));
        Clock.Advance(TimeSpan.FromSeconds(7));
        (await other.ReadAsync((_, now) => now, CancellationToken.None) - after).ShouldBe(TimeSpan.FromSeconds(7));
    }

    private protected override async ValueTask<IScopeStore> OpenAsync(string scope, Retention? retention = null) =>
        await SqliteScope.OpenAsync(
            scope,
            new SqliteSettings(_folder["deeper/baton.db"], Clock)
            {
                Retention = retention ?? Retention.Default,
                Patience = TimeSpan.FromMinutes(2),
            },
            CancellationToken.None
        );
}
