using System.Text.Json;
using Baton.Engine;
using Baton.Engine.Records;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>The fields of an audit record, as they stand inside the body of an audit entry.</summary>
internal static class RecordBody
{
    public static void WriteFields(Utf8JsonWriter writer, Record record)
    {
        writer.WriteString("kind", Words.Records[record.Kind]);
        writer.Put("at", (Instant?)record.At);
        writer.Put("run", record.Run);
        writer.Put("resource", record.Resource);
        if (record.Reason is { } reason)
            ReasonBody.Write(writer, "reason", reason);
        writer.WriteNumber("token", record.Token);
        writer.Put("conclusion", record.Conclusion is { } conclusion ? Words.Conclusions[conclusion] : null);
        if (record.Origin is { } origin)
            AskBody.WriteOrigin(writer, origin);
        if (record.Observation is not { } seen)
            return;
        AskBody.Write(writer, seen.Ask);
        writer.Put("took", (TimeSpan?)seen.Took);
        writer.WriteString("came", Words.Conclusions[seen.Conclusion]);
    }

    public static Record ReadFields(JsonElement body)
    {
        var record = new Record(
            Words.Records.Of(body.Text("kind")),
            body.At("at"),
            body.RunOrNone("run"),
            body.ResourceOrNone("resource"),
            ReasonBody.ReadOrNone(body, "reason")
        )
        {
            Token = body.Number("token"),
            Conclusion = body.TextOrNone("conclusion") is { } word ? Words.Conclusions.Of(word) : null,
            Origin = body.Has("origin") ? AskBody.ReadOrigin(body) : null,
        };
        return body.Has("took") ? record with { Observation = ReadObservation(body) } : record;
    }

    private static Observation ReadObservation(JsonElement body) =>
        new(AskBody.Read(body.GetProperty("ask")), body.Span("took"), Words.Conclusions.Of(body.Text("came")));
}
