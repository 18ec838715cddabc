using Baton.Engine;
using Baton.Engine.Resources;
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
        page.Head($"{report.Scope}: {Totals(report)}");
        foreach (var resource in report.Resources)
            page.Line($"{Telling.Resource(resource.Name)}: {Standing(report, resource)}", 2);
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
                    fields.WriteNumber("passed_by", run.PassedBy);
                    RunFields.Estimate(fields, "estimate", run.Estimate);
                }
            );
        });

    /// <summary>How many run and wait in all.</summary>
    internal static string Totals(StatusReport report) =>
        string.Create(InvariantCulture, $"{report.Runs.Count - report.Waiting} running, {report.Waiting} waiting");

    /// <summary>How much of a resource is held, how many wait for it, and since when and why it is paused.</summary>
    internal static string Standing(StatusReport report, Resource resource)
    {
        var standing =
            resource.Name.Kind == ResourceKind.Key
                ? resource.Held > 0
                    ? "taken"
                    : "free"
                : string.Create(
                    InvariantCulture,
                    $"{resource.Held} of {resource.Settings.Capacity} held, {resource.Pending} waiting"
                );
        return !resource.Paused ? standing
            : report.Pauses.TryGetValue(resource.Name, out var why) ? $"{standing}, paused {why}"
            : $"{standing}, paused";
    }

    private static void Show(StatusRun told, Instant now, Page page)
    {
        var run = told.Run;
        var place = told.Place is { } number ? string.Create(InvariantCulture, $", place {number}") : "";
        var since = Spans.Of(now - (run.StartedAt ?? run.AskedAt));
        page.Head($"{Words.States[run.State], -Indent}run {run.Id}  for {since}{place}");
        Facts(RunTitle.Of(run), page);
        page.Line(string.Join(", ", run.Ask.Needs.Select(Need)), Indent);
        if (told.Why is { } why)
            page.Line($"because {why}", Indent);
        if (told.PassedBy > 0)
            page.Line(Passed(told, now), Indent);
        if (told.Estimate is { } estimate)
            page.Line($"{(run.IsActive ? "left" : "starts in")} {SpreadWords.Of(estimate)}", Indent);
    }

    private static string Passed(StatusRun told, Instant now)
    {
        var by = string.Create(InvariantCulture, $"passed by {told.PassedBy} that asked later");
        return told.PassableUntil > now
            ? $"{by}; newcomers can pass it for another {Spans.Of(told.PassableUntil - now)}"
            : $"{by}; newcomers can no longer pass it";
    }

    private static string Need(Need need) =>
        need.Units == 1 ? Telling.Resource(need.Resource)
        : need.Units == Engine.Resources.Need.All ? $"{Telling.Resource(need.Resource)}=exclusive"
        : string.Create(InvariantCulture, $"{Telling.Resource(need.Resource)}={need.Units}");

    private static void Facts(RunTitle title, Page page)
    {
        if (title.Title is { } text)
            page.Line(Plain.Text(text), Indent);
        if (title.Url is { } url)
            page.Line(Plain.Text(url), Indent);
    }
}
