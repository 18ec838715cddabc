using Baton.Cli.Output;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Views;
using Baton.Tests.Support;

namespace Baton.Tests.Cli.Output;

/// <summary>Screens of three groups with twenty that wait, one of them paused and one run passed by eight, as files.</summary>
public sealed class LiveViewTests
{
    private const string Screens = "../tests/Baton.Tests/Cli/Output/screens";

    private readonly MemoryScope scope = new();
    private Instant now = new(TimeSpan.TicksPerHour);
    private int asked;

    [Theory]
    [InlineData(80, 40)]
    [InlineData(160, 40)]
    [InlineData(80, 20)]
    [InlineData(40, 8)]
    public void A_screen_has_everything_that_matters_in_its_room(int columns, int rows)
    {
        var lines = LiveView.Of(Crowd(), new(columns, rows));

        lines.Count.ShouldBeLessThan(rows);
        lines.ShouldAllBe(line => line.Text.Length <= columns);
        var screen = string.Concat(lines.Select(line => $"{line.Kind, -10} |{line.Text}\n"));
        Golden.ShouldBeThePage(screen, $"{Screens}/{columns}x{rows}.txt");
    }

    [Fact]
    public void Who_was_passed_most_stays_on_a_small_screen()
    {
        var lines = LiveView.Of(Crowd(), new(80, 24)).Select(line => line.Text).ToList();

        lines.ShouldContain(line => line.Contains("docs #12") && line.Contains("passed by 8"));
        lines.ShouldContain(line => line.Contains("and 6 more waiting"));
    }

    [Fact]
    public void A_hostile_title_stays_on_its_line()
    {
        Ask("\u001b[2Jgone\n\n\u202e", 1, "deploy", 1, 20);

        var lines = LiveView.Of(Report(), new(80, 24));

        lines.ShouldAllBe(line => !line.Text.Any(char.IsControl) && !line.Text.Contains('\u202e'));
    }

    [Fact]
    public void An_empty_scope_is_one_line() =>
        LiveView
            .Of(StatusReport.Empty("acme/shop"), TerminalSize.Usual)
            .Single()
            .Text.ShouldBe("acme/shop: 0 running, 0 waiting");

    private StatusReport Crowd()
    {
        Ask("docs", 11, "deploy-production", 1, 20);
        Ask("train", 21, "gpu", 2, 20);
        Ask("train", 22, "gpu", 1, 20);
        Ask("nightly", 31, "nightly-data", 1, 20);
        Apply(new Command.Pause(ResourceName.Group("nightly-data"), "alice", "vendor maintenance"));
        Ask("docs", 12, "deploy-production", 1, 0);
        for (var number = 41; number <= 47; number++)
            Ask("deploy", number, "deploy-production", 1, 60);
        Ask("hotfix", 50, "deploy-production", 1, 100);
        for (var number = 61; number <= 65; number++)
            Ask("train", number, "gpu", 4, 20);
        Ask("eval", 70, "gpu", 1, 20);
        for (var number = 81; number <= 85; number++)
            Ask("nightly", number, "nightly-data", 1, 20);
        now += TimeSpan.FromSeconds(95);
        return Report();
    }

    private StatusReport Report()
    {
        var live = scope.Runs.Where(run => run.IsLive).ToList();
        var paused = scope.Resources.Where(one => one.Paused).ToList();
        var report = StatusReport.Read(scope, now, ("acme/shop", live, paused)).Report;
        return report with
        {
            Pauses = paused.ToDictionary(one => one.Name, _ => "for 2 min: alice said: vendor maintenance"),
        };
    }

    private void Ask(string workflow, int number, string group, int units, int priority)
    {
        var id = FormattableString.Invariant($"01{asked++:D24}");
        var ask = new Ask
        {
            Run = new(id),
            Request = new(id),
            Owner = new("here", id),
            Needs = [Need.Group(group, units, ResourceSettings.Default with { Capacity = group == "gpu" ? 4 : 1 })],
            Priority = priority,
            Lease = TimeSpan.FromSeconds(60),
            Origin = new()
            {
                Workflow = workflow,
                Number = number,
                Url = $"https://example.org/runs/{number}",
            },
        };
        Apply(new Command.Request(ask));
        now += TimeSpan.FromSeconds(1);
    }

    private void Apply(Command command) => scope.Apply(Baton.Engine.Engine.Apply(scope, [command], now));
}
