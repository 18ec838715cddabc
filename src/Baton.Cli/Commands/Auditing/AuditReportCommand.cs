using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Cli.Output.Reports;
using Baton.Runtime.Asking;
using Baton.Runtime.Audit;
using Baton.Runtime.Configuration;
using Baton.Runtime.Observing;
using Baton.Runtime.Reporting;

namespace Baton.Cli.Commands.Auditing;

/// <summary><c>baton audit report</c>: what the audit comes to, over a stretch of time.</summary>
public static class AuditReportCommand
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    private static readonly Option<bool> Observed = new(
        "observed",
        "",
        "what enforce would have done with the runs of mode: observe",
        ValueReaders.Truth
    );
    private static readonly Option<TimeSpan?> Since = new(
        "since",
        "SPAN",
        "of so long ago until now",
        ValueReaders.Span(TimeSpan.Zero, Durations.Longest)
    )
    {
        Default = "30d",
    };

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("report", "report what ran, what was prevented, and what that saved")
    {
        Options = [Since, AuditingOptions.Report, Observed, .. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "Counts the runs that were asked for: how many ran, how many were kept from starting and\n"
            + "by which rule, how long they waited, and what was saved, by workflow. Money needs\n"
            + "audit.price-per-minute and price-per-launch in baton.yml. docs/sessions.md says how\n"
            + "each figure is reckoned.\n\n"
            + "--observed takes the runs of mode: observe, each as long as it really ran, through the\n"
            + "same decisions as if they had been enforced, and counts what would have become of\n"
            + "them. docs/observe.md says what is assumed.",
        Examples =
        [
            ("baton audit report --since 30d", "the last month"),
            ("baton audit report --format html > report.html", "the same as a page with charts"),
            ("baton audit report --observed --since 7d", "a week of mode: observe"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var format = call.Has(CommonOptions.Json) ? ReportFormat.Json : call.Get(AuditingOptions.Report) ?? default;
        if (!call.Has(Observed))
            return await TellAsync(call, site, format).ConfigureAwait(false);
        return format is ReportFormat.Text or ReportFormat.Json
            ? await TellObservedAsync(call, site, format).ConfigureAwait(false)
            : throw new AskingException(
                AskingFault.Usage,
                "--observed is told as text or json so far, in no other --format"
            );
    }

    private static async ValueTask<int> TellAsync(Invocation call, Site site, ReportFormat format)
    {
        var since = call.Get(Since) ?? Usual;
        var tales = new RunTales(call.Surroundings.Clock.GetUtcNow() - since);
        await foreach (var body in BodiesAsync(call, site).ConfigureAwait(false))
            tales.Take(body);
        var prices = Prices.Of(site.Configuration.Audit);
        var facts = new ReportFacts(site.Scope, since, RunReckoning.Of(tales), prices);
        if (format == ReportFormat.Text)
            ReportText.Show(new Page(call.Surroundings), facts);
        else
            call.Surroundings.Out.Write(
                format switch
                {
                    ReportFormat.Markdown => ReportMarkdown.Of(facts),
                    ReportFormat.Html => ReportHtml.Of(facts),
                    _ => ReportJson.Of(facts),
                }
            );
        return (int)ExitCode.Success;
    }

    private static async ValueTask<int> TellObservedAsync(Invocation call, Site site, ReportFormat format)
    {
        var observed = site with { Scope = ObservedScope.Of(site.Scope) };
        var since = call.Get(Since) ?? Usual;
        var oldest = call.Surroundings.Clock.GetUtcNow() - since;
        var arrivals = new List<Arrival>();
        await foreach (var body in BodiesAsync(call, observed).ConfigureAwait(false))
            if (body.Wall >= oldest && body.Fact is AuditFact.Happened { Record: var record })
                if (Arrival.Of(record) is { } arrival)
                    arrivals.Add(arrival);
        var live = await LiveAsync(call, observed).ConfigureAwait(false);
        return ObservedPage.Tell(call, format, (site.Scope, since, live), ObservedReport.Of(arrivals));
    }

    private static async ValueTask<int> LiveAsync(Invocation call, Site site)
    {
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            return 0;
        await using var open = scope.ConfigureAwait(false);
        return (await scope.LiveRunsAsync(default).ConfigureAwait(false)).Count;
    }

    private static async IAsyncEnumerable<AuditBody> BodiesAsync(Invocation call, Site site)
    {
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            yield break;
        await using var open = scope.ConfigureAwait(false);
        await foreach (var entry in scope.EntriesAsync(1).ConfigureAwait(false))
            yield return AuditBody.Read(entry.Body);
    }
}
