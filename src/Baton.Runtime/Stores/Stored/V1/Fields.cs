using System.Text.Json;
using Baton.Engine;
using Baton.Engine.Resources;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>How single fields are written in stored bodies, and read back. What is none is left out.</summary>
internal static class Fields
{
    public static void Put(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Put(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    public static void Put(this Utf8JsonWriter writer, string name, Instant? value) => writer.Put(name, value?.Ticks);

    public static void Put(this Utf8JsonWriter writer, string name, TimeSpan? value) => writer.Put(name, value?.Ticks);

    public static void Put(this Utf8JsonWriter writer, string name, RunId? value) => writer.Put(name, value?.Value);

    public static void Put(this Utf8JsonWriter writer, string name, ResourceName? value)
    {
        if (value is { } resource)
            writer.WriteString(name, Key(resource));
    }

    /// <summary>Writes a field only where it is true.</summary>
    public static void PutFlag(this Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
            writer.WriteBoolean(name, true);
    }

    /// <summary>A resource's name with its kind before it, as rows and bodies have it: `group:deploy`.</summary>
    public static string Key(ResourceName resource) => $"{Words.Kinds[resource.Kind]}:{resource.Name}";

    public static ResourceName ResourceOf(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"'{key}' names no resource");
        return ResourceName.Of(Words.Kinds.Of(key[..colon]), key[(colon + 1)..]);
    }

    public static bool Has(this JsonElement body, string name) => body.TryGetProperty(name, out _);

    public static bool Flag(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.GetBoolean();

    public static string Text(this JsonElement body, string name) =>
        body.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    public static string? TextOrNone(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static long Number(this JsonElement body, string name) => body.GetProperty(name).GetInt64();

    public static long? NumberOrNone(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    public static int Count(this JsonElement body, string name) => body.GetProperty(name).GetInt32();

    public static int? CountOrNone(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    public static Instant At(this JsonElement body, string name) => new(body.Number(name));

    public static Instant? AtOrNone(this JsonElement body, string name) =>
        body.NumberOrNone(name) is { } ticks ? new Instant(ticks) : null;

    public static TimeSpan Span(this JsonElement body, string name) => new(body.Number(name));

    public static TimeSpan? SpanOrNone(this JsonElement body, string name) =>
        body.NumberOrNone(name) is { } ticks ? new TimeSpan(ticks) : null;

    public static RunId Run(this JsonElement body, string name) => new(body.Text(name));

    public static RunId? RunOrNone(this JsonElement body, string name) =>
        body.TextOrNone(name) is { } id ? new RunId(id) : null;

    public static ResourceName Resource(this JsonElement body, string name) => ResourceOf(body.Text(name));

    public static ResourceName? ResourceOrNone(this JsonElement body, string name) =>
        body.TextOrNone(name) is { } key ? ResourceOf(key) : null;
}
