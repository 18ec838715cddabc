using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Runtime.Audit;
using Baton.Runtime.Estimates;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands;

/// <summary><c>baton status</c>: what runs, what waits, why, and for how long.</summary>
public static class StatusCommand
{
    private const int NewestEntries = 1000;

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
            "An estimate comes from the newest successes of the same workflow in the same\ngroup: the median, and the middle half of them. `passed by 3` says that three\nwhich asked later go before it, having a higher priority, and until when\nnewcomers still can.",
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
            await ShowAsync(call, await LookAsync(call, site).ConfigureAwait(false)).ConfigureAwait(false);
        else if (call.Has(CommonOptions.Json) || !call.Surroundings.CanRedraw())
            await FollowAsync(call, site).ConfigureAwait(false);
        else
            await RedrawAsync(call, site).ConfigureAwait(false);
        return (int)ExitCode.Success;
    }

    private static async ValueTask RedrawAsync(Invocation call, Runtime.Asking.Site site)
    {
        var canvas = new Canvas(call.Surroundings);
        using var beat = new PeriodicTimer(Beat, call.Surroundings.Clock);
        do
        {
            var report = await LookAsync(call, site).ConfigureAwait(false);
            canvas.Draw(LiveView.Of(report, canvas.Size));
        } while (await GoesOnAsync(call, beat).ConfigureAwait(false));
    }

    private static async ValueTask FollowAsync(Invocation call, Runtime.Asking.Site site)
    {
        using var beat = new PeriodicTimer(Beat, call.Surroundings.Clock);
        string? shown = null;
        do
        {
            var report = await LookAsync(call, site).ConfigureAwait(false);
            var mark = MarkOf(report);
            if (mark != shown)
                await ShowAsync(call, report).ConfigureAwait(false);
            shown = mark;
        } while (await GoesOnAsync(call, beat).ConfigureAwait(false));
    }

    private static async ValueTask<bool> GoesOnAsync(Invocation call, PeriodicTimer beat) =>
        call.Surroundings.IsHeard()
        && await beat.WaitForNextTickAsync().ConfigureAwait(false)
        && call.Surroundings.IsHeard();

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

    private static async ValueTask<StatusReport> ReportAsync(ITendedScope scope)
    {
        await using var open = scope.ConfigureAwait(false);
        var live = await scope.LiveRunsAsync(default).ConfigureAwait(false);
        var all = await scope.ResourcesAsync(default).ConfigureAwait(false);
        var paused = all.Where(one => one.Paused).ToList();
        var (report, pictures) = await scope
            .ReadAsync((view, at) => StatusReport.Read(view, at, (scope.Scope, live, paused)), default)
            .ConfigureAwait(false);
        var estimates = new Estimating(new PastDurations(scope));
        var runs = new List<StatusRun>();
        foreach (var (told, picture) in report.Runs.Zip(pictures))
            runs.Add(told with { Estimate = await estimates.OfAsync(picture, default).ConfigureAwait(false) });
        var pauses = paused.Count > 0 ? await PausesAsync(scope, report.Now).ConfigureAwait(false) : [];
        return report with { Runs = runs, Pauses = pauses };
    }

    private static async ValueTask<Dictionary<ResourceName, string>> PausesAsync(ITendedScope scope, Instant now)
    {
        var head = await scope.HeadAsync(default).ConfigureAwait(false);
        var newest = await scope
            .RecordsAsync(Math.Max(1, head.Number - NewestEntries + 1), NewestEntries, default)
            .ConfigureAwait(false);
        var pauses = new Dictionary<ResourceName, string>();
        foreach (var entry in newest)
            if (
                entry.Fact is AuditFact.Happened
                {
                    Record: { Kind: RecordKind.Paused, Resource: { } paused, Reason: { } why } record
                }
            )
                pauses[paused] = $"for {Spans.Of(now - record.At)}: {ReasonWords.Of(why, Telling.Bare(now))}";
        return pauses;
    }
}
