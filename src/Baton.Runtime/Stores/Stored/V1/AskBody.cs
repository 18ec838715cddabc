using System.Text.Json;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>What was asked and where it came from, as they stand inside other bodies.</summary>
internal static class AskBody
{
    public static void Write(Utf8JsonWriter writer, Ask ask)
    {
        writer.WriteStartObject("ask");
        writer.WriteString("run", ask.Run.Value);
        writer.WriteString("request", ask.Request.Value);
        writer.WriteString("domain", ask.Owner.Domain);
        writer.WriteString("process", ask.Owner.Process);
        SettingsBody.WriteNeeds(writer, ask.Needs);
        WriteOrigin(writer, ask.Origin);
        writer.WriteNumber("priority", ask.Priority);
        writer.Put("lease", ask.Lease);
        writer.Put("takeUp", ask.TakeUp);
        writer.Put("maxWait", ask.MaxWait);
        writer.Put("delay", ask.Delay);
        writer.Put("parent", ask.Parent);
        writer.Put("filtered", ask.Filtered);
        writer.Put("aging", ask.Aging);
        writer.WriteEndObject();
    }

    public static Ask Read(JsonElement ask) =>
        new()
        {
            Run = ask.Run("run"),
            Request = new RequestId(ask.Text("request")),
            Owner = new Owner(ask.Text("domain"), ask.Text("process")),
            Needs = SettingsBody.ReadNeeds(ask),
            Origin = ReadOrigin(ask),
            Priority = ask.Count("priority"),
            Lease = ask.Span("lease"),
            TakeUp = ask.SpanOrNone("takeUp"),
            MaxWait = ask.SpanOrNone("maxWait"),
            Delay = ask.Span("delay"),
            Parent = ask.RunOrNone("parent"),
            Filtered = ask.TextOrNone("filtered"),
            Aging = ask.Span("aging"),
        };

    public static void WriteOrigin(Utf8JsonWriter writer, Origin origin)
    {
        writer.WriteStartObject("origin");
        writer.Put("workflow", origin.Workflow);
        writer.Put("event", origin.Event);
        writer.Put("ref", origin.Ref);
        writer.Put("sha", origin.Sha);
        writer.Put("actor", origin.Actor);
        writer.Put("externalRunId", origin.ExternalRunId);
        writer.Put("number", origin.Number);
        writer.Put("attempt", origin.Attempt);
        writer.Put("url", origin.Url);
        writer.WriteEndObject();
    }

    public static Origin ReadOrigin(JsonElement body)
    {
        var origin = body.GetProperty("origin");
        return new()
        {
            Workflow = origin.TextOrNone("workflow"),
            Event = origin.TextOrNone("event"),
            Ref = origin.TextOrNone("ref"),
            Sha = origin.TextOrNone("sha"),
            Actor = origin.TextOrNone("actor"),
            ExternalRunId = origin.TextOrNone("externalRunId"),
            Number = origin.NumberOrNone("number"),
            Attempt = origin.CountOrNone("attempt"),
            Url = origin.TextOrNone("url"),
        };
    }
}
