using System.Text.Json;
using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Estimates;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Cli.Output;

/// <summary>The fields of a run in JSON, the same wherever a run is told.</summary>
public static class RunFields
{
    /// <summary>Writes them; times are ages in seconds of scope time.</summary>
    public static void Write(Utf8JsonWriter writer, Run run, Instant now)
    {
        writer.WriteString("run", run.Id.Value);
        writer.WriteString("request", run.Ask.Request.Value);
        writer.WriteString("state", Words.States[run.State]);
        writer.Put("conclusion", run is { State: RunState.Ended, Conclusion: { } end } ? Words.Conclusions[end] : null);
        writer.WriteNumber("priority", run.Priority);
        writer.WriteNumber("token", run.Token);
        writer.Put("parent", run.Parent?.Value);
        writer.Put("asked_seconds_ago", Ago(run.AskedAt, now));
        writer.Put("started_seconds_ago", Ago(run.StartedAt, now));
        writer.Put("ended_seconds_ago", Ago(run.EndedAt, now));
        writer.Array("needs", run.Ask.Needs, Need);
        Origin(writer, run.Ask.Origin);
    }

    /// <summary>Writes an estimate, or null.</summary>
    public static void Estimate(Utf8JsonWriter writer, string name, Spread? spread)
    {
        if (spread is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.Put("median_seconds", spread.Median);
        writer.Put("low_seconds", spread.Low);
        writer.Put("high_seconds", spread.High);
        writer.WriteNumber("past_runs", spread.From);
        writer.WriteEndObject();
    }

    private static TimeSpan? Ago(Instant? then, Instant now) => then is { } at ? now - at : null;

    private static void Need(Utf8JsonWriter writer, Need need)
    {
        writer.WriteString("kind", Words.Kinds[need.Resource.Kind]);
        writer.WriteString("name", need.Resource.Name);
        writer.Put("units", need.Units == Baton.Engine.Resources.Need.All ? null : (long?)need.Units);
    }

    private static void Origin(Utf8JsonWriter writer, Origin origin)
    {
        writer.WriteStartObject("origin");
        writer.Put("workflow", origin.Workflow);
        writer.Put("event", origin.Event);
        writer.Put("ref", origin.Ref);
        writer.Put("sha", origin.Sha);
        writer.Put("actor", origin.Actor);
        writer.Put("external_run_id", origin.ExternalRunId);
        writer.Put("number", origin.Number);
        writer.Put("attempt", origin.Attempt);
        writer.Put("url", origin.Url);
        writer.WriteEndObject();
    }
}
