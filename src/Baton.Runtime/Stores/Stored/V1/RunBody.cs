using System.Text.Json;
using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>The stored body of a run.</summary>
public static class RunBody
{
    /// <summary>Writes a run.</summary>
    public static byte[] Write(Run run) => Body.Write(run, WriteFields);

    /// <summary>Reads a run.</summary>
    /// <exception cref="StoredBodyException">The body is damaged or of another version.</exception>
    public static Run Read(ReadOnlyMemory<byte> body) => Body.Read(body, ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, Run run)
    {
        writer.WriteString("id", run.Id.Value);
        writer.WriteString("state", Words.States[run.State]);
        AskBody.Write(writer, run.Ask);
        WritePlace(writer, run);
        SettingsBody.WriteNeeds(writer, run.Needs);
        writer.Put("parent", run.Parent);
        writer.Put("burst", run.Burst);
        writer.WriteBoolean("leads", run.Leads);
        writer.WriteStartArray("standsFor");
        foreach (var request in run.StandsFor)
            writer.WriteStringValue(request.Value);
        writer.WriteEndArray();
        WriteLease(writer, run);
        WriteEnd(writer, run);
    }

    private static void WritePlace(Utf8JsonWriter writer, Run run)
    {
        writer.Put("askedAt", (Instant?)run.AskedAt);
        writer.WriteNumber("priority", run.Priority);
        writer.WriteString("standing", Words.Standings[run.Place.Standing]);
        writer.WriteNumber("rank", run.Place.Rank);
        writer.WriteNumber("arrival", run.Place.Arrival);
        writer.Put("notBefore", run.NotBefore);
        writer.Put("deadline", run.Deadline);
    }

    private static void WriteLease(Utf8JsonWriter writer, Run run)
    {
        writer.WriteNumber("token", run.Token);
        writer.WriteNumber("counter", run.Counter);
        writer.Put("lease", (TimeSpan?)run.Lease);
        writer.Put("renewedAt", (Instant?)run.RenewedAt);
        writer.Put("startedAt", run.StartedAt);
    }

    private static void WriteEnd(Utf8JsonWriter writer, Run run)
    {
        writer.Put("endedAt", run.EndedAt);
        writer.PutFlag("remainsGone", run.RemainsGone);
        writer.Put("conclusion", run.Conclusion is { } conclusion ? Words.Conclusions[conclusion] : null);
        if (run.Reason is { } reason)
            ReasonBody.Write(writer, "reason", reason);
        if (run.Stop is not { } stop)
            return;
        writer.WriteStartObject("stop");
        writer.WriteString("conclusion", Words.Conclusions[stop.Conclusion]);
        ReasonBody.Write(writer, "reason", stop.Reason);
        writer.Put("at", (Instant?)stop.At);
        writer.PutFlag("acknowledged", stop.Acknowledged);
        writer.WriteEndObject();
    }

    private static Run ReadFields(JsonElement body) =>
        new()
        {
            Id = body.Run("id"),
            State = Words.States.Of(body.Text("state")),
            Ask = AskBody.Read(body.GetProperty("ask")),
            AskedAt = body.At("askedAt"),
            Priority = body.Count("priority"),
            Place = new(Words.Standings.Of(body.Text("standing")), body.Number("rank"), body.Number("arrival")),
            Needs = SettingsBody.ReadNeeds(body),
            Parent = body.RunOrNone("parent"),
            NotBefore = body.AtOrNone("notBefore"),
            Deadline = body.AtOrNone("deadline"),
            Burst = body.RunOrNone("burst"),
            Leads = body.Flag("leads"),
            StandsFor = body.GetProperty("standsFor").EnumerateArray().Select(ReadRequest).ToArray(),
            Token = body.Number("token"),
            Counter = body.Number("counter"),
            Lease = body.Span("lease"),
            RenewedAt = body.At("renewedAt"),
            StartedAt = body.AtOrNone("startedAt"),
            EndedAt = body.AtOrNone("endedAt"),
            RemainsGone = body.Flag("remainsGone"),
            Stop = body.TryGetProperty("stop", out var stop) ? ReadStop(stop) : null,
            Conclusion = body.TextOrNone("conclusion") is { } word ? Words.Conclusions.Of(word) : null,
            Reason = ReasonBody.ReadOrNone(body, "reason"),
        };

    private static RequestId ReadRequest(JsonElement value) =>
        new(value.GetString() ?? throw new FormatException("a request id is null"));

    private static Stop ReadStop(JsonElement stop) =>
        new(
            Words.Conclusions.Of(stop.Text("conclusion")),
            ReasonBody.ReadOrNone(stop, "reason") ?? throw new FormatException("a stop has no reason"),
            stop.At("at")
        )
        {
            Acknowledged = stop.Flag("acknowledged"),
        };
}
