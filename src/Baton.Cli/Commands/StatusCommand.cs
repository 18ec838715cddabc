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
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("status", "show what runs, what waits, why, and for how long")
    {
        Options = [.. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "An estimate comes from the newest successes of the same workflow in the same\ngroup: the median, and the middle half of them.",
        Examples =
        [
            ("baton status", "the scope of this folder"),
            ("baton status --scope acme/shop --json", "another one, for a program"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        var report = scope is null ? StatusReport.Empty(site.Scope) : await ReportAsync(scope).ConfigureAwait(false);
        if (call.Has(CommonOptions.Json))
            await call.Surroundings.Out.WriteAsync(StatusPage.Json(report)).ConfigureAwait(false);
        else
            StatusPage.Show(report, new Page(call.Surroundings));
        return (int)ExitCode.Success;
    }

    private static async ValueTask<StatusReport> ReportAsync(SqliteScope scope)
    {
        await using var open = scope.ConfigureAwait(false);
        var live = await scope.LiveRunsAsync(default).ConfigureAwait(false);
        var (now, resources, pictures) = await scope
            .ReadAsync((view, at) => StatusReport.Read(view, at, live), default)
            .ConfigureAwait(false);
        var estimates = new Estimating(new PastDurations(scope));
        var runs = new List<StatusRun>();
        foreach (var (picture, why) in pictures)
            runs.Add(Told(picture, why, await estimates.OfAsync(picture, default).ConfigureAwait(false)));
        return new StatusReport(scope.Scope, now, resources, runs);
    }

    private static StatusRun Told(Picture picture, string? why, Spread? estimate)
    {
        var waits = picture.Run.State == RunState.Waiting;
        return new(picture.Run, waits ? picture.Place : null, [.. picture.Ahead.Select(run => run.Id)], why, estimate);
    }
}
