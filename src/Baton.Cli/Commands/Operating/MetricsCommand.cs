using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Metrics;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton metrics</c>: a scope in numbers.</summary>
public static class MetricsCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("metrics", "write a scope's numbers as OpenMetrics text")
    {
        Options = [.. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "For the textfile collector of a node exporter, or anything that reads\n"
            + "https://prometheus.io/docs/specs/om/open_metrics_spec/. All are gauges: of ended runs\n"
            + "and of the audit they say what the store still has.",
        Examples =
        [
            ("baton metrics > baton.prom", "runs, resources, conclusions, waits"),
            ("baton metrics --json", "the same as JSON"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var families = await FamiliesAsync(site, call.Surroundings).ConfigureAwait(false);
        await call
            .Surroundings.Out.WriteAsync(call.Has(CommonOptions.Json) ? Json(families) : OpenMetrics.Of(families))
            .ConfigureAwait(false);
        return (int)ExitCode.Success;
    }

    private static async ValueTask<IReadOnlyList<MetricFamily>> FamiliesAsync(
        Runtime.Asking.Site site,
        Surroundings surroundings
    )
    {
        var metrics = new ScopeMetrics(site.Scope);
        var scope = await Reading.OpenAsync(site, surroundings).ConfigureAwait(false);
        if (scope is null)
            return metrics.Nothing();
        await using var open = scope.ConfigureAwait(false);
        return await metrics.ReadAsync(scope, default).ConfigureAwait(false);
    }

    private static string Json(IReadOnlyList<MetricFamily> families) =>
        JsonText.Line(writer =>
            writer.Array(
                "families",
                families,
                (fields, family) =>
                {
                    fields.WriteString("name", family.Name);
                    fields.WriteString("type", family.Type);
                    fields.WriteString("unit", family.Unit);
                    fields.WriteString("help", family.Help);
                    fields.Array(
                        "samples",
                        family.Samples,
                        (one, sample) =>
                        {
                            one.WriteString("suffix", sample.Suffix);
                            one.WriteStartObject("labels");
                            foreach (var (name, value) in sample.Labels)
                                one.WriteString(name, value);
                            one.WriteEndObject();
                            one.WriteNumber("value", sample.Value);
                        }
                    );
                }
            )
        );
}
