using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Estimates;
using Baton.Runtime.Stores.Sqlite;

namespace Baton.Cli.Commands;

/// <summary><c>baton status</c>: what runs, what waits, why, and for how long.</summary>
public static class StatusCommand
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private static readonly Option<bool> Watch = new(
        "watch",
        "",
        "look again every second: on a terminal in place, else whenever something has changed",
        ValueReaders.Truth
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("status", "show what runs, what waits, why, and for how long")
    {
        Options = [Watch, .. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "An estimate comes from the newest successes of the same workflow in the same\ngroup: the median, and the middle half of them.",
        Examples =
        [
            ("baton status", "the scope of this folder"),
            ("baton status --watch", "until it is interrupted"),
            ("baton status --scope acme/shop --json", "another one, for a program"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        if (!call.Has(Watch))
        {
            await ShowAsync(call, await LookAsync(call, site).ConfigureAwait(false)).ConfigureAwait(false);
            return (int)ExitCode.Success;
        }

        using var beat = new PeriodicTimer(Beat, call.Surroundings.Clock);
        string? shown = null;
        do
        {
            var report = await LookAsync(call, site).ConfigureAwait(false);
            var mark = MarkOf(report);
            if (RedrawsInPlace(call))
                await call.Surroundings.Out.WriteAsync("\u001b[H\u001b[2J").ConfigureAwait(false);
            if (RedrawsInPlace(call) || mark != shown)
                await ShowAsync(call, report).ConfigureAwait(false);
            shown = mark;
        } while (await beat.WaitForNextTickAsync().ConfigureAwait(false));
        return (int)ExitCode.Success;
    }

    private static bool RedrawsInPlace(Invocation call) =>
        call.Surroundings.OutputIsTerminal()
        && !call.Has(CommonOptions.Json)
        && call.Surroundings.Set("TERM") is not (null or "dumb");

    // What makes two looks differ, the ages aside.
    private static string MarkOf(StatusReport report) =>
        string.Join(
            '\n',
            report.Resources.Select(one => $"{one.Name.Kind} {one.Name} {one.Held} {one.Pending} {one.Paused}")
        )
        + '\n'
        + string.Join('\n', report.Runs.Select(one => $"{one.Run.Id} {one.Run.State} {one.Place}"));

    private static async ValueTask<StatusReport> LookAsync(Invocation call, Runtime.Asking.Site site) =>
        await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false) is { } scope
            ? await ReportAsync(scope).ConfigureAwait(false)
            : StatusReport.Empty(site.Scope);

    private static async ValueTask ShowAsync(Invocation call, StatusReport report)
    {
        if (call.Has(CommonOptions.Json))
            await call.Surroundings.Out.WriteAsync(StatusPage.Json(report)).ConfigureAwait(false);
        else
            StatusPage.Show(report, new Page(call.Surroundings));
    }

    private static async ValueTask<StatusReport> ReportAsync(SqliteScope scope)
    {
        await using var open = scope.ConfigureAwait(false);
        var live = await scope.LiveRunsAsync(default).ConfigureAwait(false);
        var (now, resources, pictures) = await scope
            .ReadAsync((view, at) => StatusReport.Read(view, at, live), default)
            .ConfigureAwait(false);
        var paused = (await scope.ResourcesAsync(default).ConfigureAwait(false)).Where(one => one.Paused);
        var shown = resources.UnionBy(paused, one => one.Name).OrderBy(one => one.Name);
        var estimates = new Estimating(new PastDurations(scope));
        var runs = new List<StatusRun>();
        foreach (var (picture, why) in pictures)
            runs.Add(Told(picture, why, await estimates.OfAsync(picture, default).ConfigureAwait(false)));
        return new StatusReport(scope.Scope, now, [.. shown], runs);
    }

    private static StatusRun Told(Picture picture, string? why, Spread? estimate)
    {
        var waits = picture.Run.State == RunState.Waiting;
        return new(picture.Run, waits ? picture.Place : null, [.. picture.Ahead.Select(run => run.Id)], why, estimate);
    }
}
