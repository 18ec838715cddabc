using System.Globalization;
using System.Text.Json;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Stores.Sqlite;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Audit;

/// <summary>
/// The report over a month of runs that the engine decided, on clocks that are set by hand. <c>BATON_MONTH</c> says of how
/// many (400, if nothing is said), and the page is then kept in the folder that <c>BATON_MONTH_PAGE</c> names.
/// </summary>
public sealed class ReportOfAMonth : IDisposable
{
    private const int Seed = 681;
    private static readonly string[] Workflows = ["audio", "video", "deploy", "docs", "nightly <refresh>"];

    private readonly Machine _machine = new();
    private readonly Random _chance = new(Seed);
    private readonly ManualClock _clock = new() { WallTicks = DateTime.UtcNow.AddDays(-29).Ticks };
    private readonly int _runs = int.Parse(
        Environment.GetEnvironmentVariable("BATON_MONTH") ?? "400",
        CultureInfo.InvariantCulture
    );

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Every_run_is_counted_once_and_the_page_has_them_all()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_machine.Checkout, "baton.yml"),
            "audit: { price-per-minute: 0.008, price-per-launch: 0.40 }\n"
        );
        await MakeUpAsync();

        var json = await _machine.Run("audit", "report", "--json");
        var page = await _machine.Run("audit", "report", "--format", "html");

        using var report = JsonDocument.Parse(json.Output);
        var whole = report.RootElement;
        whole.GetProperty("asked").GetInt32().ShouldBe(_runs);
        (Number(whole, "started") + Number(whole, "prevented") + Number(whole, "not_over")).ShouldBe(_runs);
        Number(whole, "prevented").ShouldBeGreaterThan(0);
        whole.GetProperty("saved_money").GetDecimal().ShouldBeGreaterThan(0);
        whole
            .GetProperty("rules")
            .EnumerateArray()
            .Sum(rule => Number(rule, "runs"))
            .ShouldBe(Number(whole, "prevented"));
        whole.GetProperty("workflows").EnumerateArray().Sum(row => Number(row, "asked")).ShouldBe(_runs);
        whole.GetProperty("days").EnumerateArray().Sum(row => Number(row, "asked")).ShouldBe(_runs);
        page.Output.ShouldContain("nightly &lt;refresh&gt;");
        if (Environment.GetEnvironmentVariable("BATON_MONTH_PAGE") is { } kept)
        {
            await File.WriteAllTextAsync(Path.Combine(kept, "report.html"), page.Output);
            File.Copy(_machine.Database, Path.Combine(kept, "month.db"), overwrite: true);
        }
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    // Each run is asked for, and now and then again while it works or within its window; what came in between ends first.
    private async Task MakeUpAsync()
    {
        await using var scope = await SqliteScope.OpenAsync(
            "acme/shop",
            new SqliteSettings(_machine.Database, _clock),
            default
        );
        var open = new List<(RunId Run, long Ends)>();
        for (var number = 0; number < _runs; number++)
        {
            _clock.Advance(TimeSpan.FromMinutes(_chance.NextDouble() * 2 * 28 * 24 * 60 / _runs));
            foreach (var (run, _) in open.Where(one => one.Ends <= _clock.BootTicks).ToList())
                await EndAsync(scope, run);
            open.RemoveAll(one => one.Ends <= _clock.BootTicks);
            var asked = await AskAsync(scope, number);
            open.Add((asked, _clock.BootTicks + TimeSpan.FromMinutes(2 + _chance.Next(20)).Ticks));
        }
        foreach (var (run, _) in open)
            await EndAsync(scope, run);
    }

    private async Task<RunId> AskAsync(SqliteScope scope, int number)
    {
        var id = $"01{number:D24}";
        var workflow = Workflows[_chance.Next(Workflows.Length)];
        Need need =
            workflow == "deploy"
                ? Need.Group("deploy", 1, Policy.Find("queue"))
                : Need.Key(
                    $"{workflow}-{_chance.Next(Math.Max(2, number / 4), Math.Max(3, number / 4 + 3))}",
                    TimeSpan.FromHours(1)
                );
        var ask = new Ask
        {
            Run = new RunId(id),
            Request = new RequestId(id),
            Owner = new Owner("", ""),
            Needs = [need],
            Origin = new Origin { Workflow = workflow, Number = number },
            MaxWait = TimeSpan.FromHours(3),
        };
        await scope.ApplyAsync([new Command.Request(ask)], default);
        return ask.Run;
    }

    private async Task EndAsync(SqliteScope scope, RunId id)
    {
        var run = await scope.ReadAsync((view, _) => view.Run(id), default);
        if (run is { IsLive: true })
            await scope.ApplyAsync(
                [
                    run.State == RunState.Waiting
                        ? new Command.Cancel(id, "ann", "not wanted any more")
                        : new Command.End(
                            id,
                            run.Token,
                            _chance.Next(12) == 0 ? Conclusion.Failure : Conclusion.Success
                        ),
                ],
                default
            );
    }
}
