using System.Text.Json;
using Baton.Engine.Resources;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>The stored body of a resource.</summary>
public static class ResourceBody
{
    /// <summary>Writes a resource.</summary>
    public static byte[] Write(Resource resource) => Body.Write(resource, WriteFields);

    /// <summary>Reads a resource.</summary>
    /// <exception cref="StoredBodyException">The body is damaged or of another version.</exception>
    public static Resource Read(ReadOnlyMemory<byte> body) => Body.Read(body, ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, Resource resource)
    {
        writer.Put("name", resource.Name);
        writer.PutFlag("recorded", resource.Recorded);
        writer.PutFlag("paused", resource.Paused);
        writer.WriteNumber("held", resource.Held);
        writer.WriteNumber("pending", resource.Pending);
        writer.WriteStartObject("settings");
        SettingsBody.WriteSettings(writer, resource.Settings);
        writer.WriteEndObject();
    }

    private static Resource ReadFields(JsonElement body) =>
        new(body.Resource("name"), SettingsBody.ReadSettings(body.GetProperty("settings")))
        {
            Recorded = body.Flag("recorded"),
            Paused = body.Flag("paused"),
            Held = body.Count("held"),
            Pending = body.Count("pending"),
        };
}
