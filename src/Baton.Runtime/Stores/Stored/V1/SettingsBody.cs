using System.Text.Json;
using Baton.Engine.Resources;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>Resource settings, needs and lingering, as they stand inside other bodies.</summary>
internal static class SettingsBody
{
    public static void WriteSettings(Utf8JsonWriter writer, ResourceSettings settings)
    {
        writer.WriteNumber("capacity", settings.Capacity);
        writer.Put("line", settings.Line);
        writer.WriteString("overflow", Words.Overflows[settings.Overflow]);
        writer.WriteString("stops", Words.Stops[settings.Stops]);
        writer.WriteString("order", Words.Orders[settings.Order]);
        writer.WriteString("preempted", Words.Preempted[settings.Preempted]);
        writer.Put("debounce", settings.Debounce);
    }

    public static ResourceSettings ReadSettings(JsonElement body) =>
        new()
        {
            Capacity = body.Count("capacity"),
            Line = body.CountOrNone("line"),
            Overflow = Words.Overflows.Of(body.Text("overflow")),
            Stops = Words.Stops.Of(body.Text("stops")),
            Order = Words.Orders.Of(body.Text("order")),
            Preempted = Words.Preempted.Of(body.Text("preempted")),
            Debounce = body.Span("debounce"),
        };

    public static void WriteLingering(Utf8JsonWriter writer, Lingering linger)
    {
        writer.WriteStartObject("linger");
        writer.Put("success", linger.Success);
        writer.Put("failure", linger.Failure);
        writer.Put("lockDelay", linger.LockDelay);
        writer.Put("sinceGrant", linger.SinceGrant);
        writer.WriteEndObject();
    }

    public static Lingering ReadLingering(JsonElement body)
    {
        var linger = body.GetProperty("linger");
        return new(
            linger.Span("success"),
            linger.Span("failure"),
            linger.SpanOrNone("lockDelay"),
            linger.Span("sinceGrant")
        );
    }

    public static void WriteNeeds(Utf8JsonWriter writer, Needs needs)
    {
        writer.WriteStartArray("needs");
        foreach (var need in needs)
        {
            writer.WriteStartObject();
            writer.Put("resource", need.Resource);
            writer.WriteNumber("units", need.Units);
            writer.PutFlag("waitsForOwner", need.WaitsForOwner);
            writer.PutFlag("asksAgain", need.AsksAgain);
            WriteLingering(writer, need.Linger);
            writer.WriteStartObject("settings");
            WriteSettings(writer, need.Settings);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static Needs ReadNeeds(JsonElement body) => [.. body.GetProperty("needs").EnumerateArray().Select(ReadNeed)];

    private static Need ReadNeed(JsonElement need) =>
        new(
            need.Resource("resource"),
            need.Count("units"),
            ReadSettings(need.GetProperty("settings")),
            ReadLingering(need)
        )
        {
            WaitsForOwner = need.Flag("waitsForOwner"),
            AsksAgain = need.Flag("asksAgain"),
        };
}
