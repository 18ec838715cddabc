using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Audit;
using Baton.Runtime.Configuration;
using Baton.Runtime.Observing;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands;

/// <summary><c>baton audit report</c>: what the audit comes to, over a stretch of time.</summary>
public static class AuditReportCommand
{
    private const int Chunk = 1000;

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
    public static readonly Verb Verb = new("report", "report what enforcing would have done")
    {
        Options = [Observed, Since, .. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "Takes the runs of mode: observe, each as long as it really ran, through the same\n"
            + "decisions as if they had been enforced, and counts what would have become of\n"
            + "them. docs/observe.md says what is assumed.",
        Examples = [("baton audit report --observed --since 7d", "a week of mode: observe")],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        if (!call.Has(Observed))
            throw new AskingException(
                AskingFault.Usage,
                "which report? There is one so far: baton audit report --observed"
            );
        var site = Requesting.Site(call);
        var observed = site with { Scope = ObservedScope.Of(site.Scope) };
        var since = call.Get(Since) ?? Usual;
        var scope = await Reading.OpenAsync(observed, call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            return ObservedPage.Tell(call, (site.Scope, since, 0), ObservedReport.Of([]));
        await using var open = scope.ConfigureAwait(false);
        var live = await scope.LiveRunsAsync(default).ConfigureAwait(false);
        var arrivals = await ArrivalsAsync(scope, call.Surroundings.Clock.GetUtcNow() - since).ConfigureAwait(false);
        return ObservedPage.Tell(call, (site.Scope, since, live.Count), ObservedReport.Of(arrivals));
    }

    private static async ValueTask<IReadOnlyList<Arrival>> ArrivalsAsync(ITendedScope scope, DateTimeOffset oldest)
    {
        var arrivals = new List<Arrival>();
        for (long next = 1; ; )
        {
            var entries = await scope.RecordsAsync(next, Chunk, default).ConfigureAwait(false);
            foreach (var entry in entries)
                if (AuditBody.Read(entry.Body) is { Fact: AuditFact.Happened { Record: var record } } body)
                    if (body.Wall >= oldest && Arrival.Of(record) is { } arrival)
                        arrivals.Add(arrival);
            if (entries.Count < Chunk)
                return arrivals;
            next = entries[^1].Number + 1;
        }
    }
}
