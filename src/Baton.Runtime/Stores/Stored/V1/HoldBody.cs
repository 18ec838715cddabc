using System.Text.Json;
using Baton.Engine.Holds;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>The stored body of a hold.</summary>
public static class HoldBody
{
    /// <summary>Writes a hold.</summary>
    public static byte[] Write(Hold hold) => Body.Write(hold, WriteFields);

    /// <summary>Reads a hold.</summary>
    /// <exception cref="StoredBodyException">The body is damaged or of another version.</exception>
    public static Hold Read(ReadOnlyMemory<byte> body) => Body.Read(body, ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, Hold hold)
    {
        writer.Put("resource", hold.Resource);
        writer.WriteString("run", hold.Run.Value);
        writer.WriteNumber("units", hold.Units);
        writer.WriteNumber("token", hold.Token);
        SettingsBody.WriteLingering(writer, hold.Linger);
        writer.Put("until", hold.Until);
        writer.Put("untilIfGone", hold.UntilIfGone);
        writer.Put("after", hold.After is { } after ? Words.Conclusions[after] : null);
    }

    private static Hold ReadFields(JsonElement body) =>
        new(
            body.Resource("resource"),
            body.Run("run"),
            body.Count("units"),
            body.Number("token"),
            SettingsBody.ReadLingering(body)
        )
        {
            Until = body.AtOrNone("until"),
            UntilIfGone = body.AtOrNone("untilIfGone"),
            After = body.TextOrNone("after") is { } word ? Words.Conclusions.Of(word) : null,
        };
}
