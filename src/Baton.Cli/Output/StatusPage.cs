using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>What <c>baton status</c> says.</summary>
public static class StatusPage
{
    private const int Indent = 10;

    /// <summary>For people.</summary>
    public static void Show(StatusReport report, Page page)
    {
        var waiting = report.Runs.Count(run => run.Run.State == RunState.Waiting);
        page.Head(
            string.Create(InvariantCulture, $"{report.Scope}: {report.Runs.Count - waiting} running, {waiting} waiting")
        );
        foreach (var resource in report.Resources)
            page.Line(Line(resource), 2);
        foreach (var run in report.Runs)
        {
            page.Gap();
            Show(run, report.Now, page);
        }

        page.Show();
    }

    /// <summary>For programs.</summary>
    public static string Json(StatusReport report) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("scope", report.Scope);
            writer.Array(
                "resources",
                report.Resources,
                (fields, resource) =>
                {
                    fields.WriteString("kind", Words.Kinds[resource.Name.Kind]);
                    fields.WriteString("name", resource.Name.Name);
                    fields.WriteNumber("capacity", resource.Settings.Capacity);
                    fields.WriteNumber("held", resource.Held);
                    fields.WriteNumber("pending", resource.Pending);
                    fields.WriteBoolean("paused", resource.Paused);
                }
            );
            writer.Array(
                "runs",
                report.Runs,
                (fields, run) =>
                {
                    RunFields.Write(fields, run.Run, report.Now);
                    fields.Put("place", run.Place);
                    fields.WriteStartArray("ahead");
                    foreach (var ahead in run.Ahead)
                        fields.WriteStringValue(ahead.Value);
                    fields.WriteEndArray();
                    fields.Put("why", run.Why);
                    RunFields.Estimate(fields, "estimate", run.Estimate);
                }
            );
        });

    private static string Line(Resource resource)
    {
        var paused = resource.Paused ? ", paused" : "";
        return resource.Name.Kind == ResourceKind.Key
            ? $"{Telling.Resource(resource.Name)}: {(resource.Held > 0 ? "taken" : "free")}{paused}"
            : string.Create(
                InvariantCulture,
                $"{Telling.Resource(resource.Name)}: {resource.Held} of {resource.Settings.Capacity} held, {resource.Pending} waiting{paused}"
            );
    }

    private static void Show(StatusRun told, Instant now, Page page)
    {
        var run = told.Run;
        var place = told.Place is { } number ? string.Create(InvariantCulture, $", place {number}") : "";
        var since = Spans.Of(now - (run.StartedAt ?? run.AskedAt));
        page.Head($"{Words.States[run.State], -Indent}run {run.Id}  for {since}{place}");
        Facts(RunTitle.Of(run), page);
        page.Line(string.Join(", ", run.Ask.Needs.Select(need => Telling.Resource(need.Resource))), Indent);
        if (told.Why is { } why)
            page.Line($"because {why}", Indent);
        if (told.Estimate is { } estimate)
            page.Line($"{(run.IsActive ? "left" : "starts in")} {SpreadWords.Of(estimate)}", Indent);
    }

    private static void Facts(RunTitle title, Page page)
    {
        if (title.Title is { } text)
            page.Line(Plain.Text(text), Indent);
        if (title.Url is { } url)
            page.Line(Plain.Text(url), Indent);
    }
}
