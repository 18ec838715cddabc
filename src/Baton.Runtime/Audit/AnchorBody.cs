using System.Text.Json;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Audit;

/// <summary>The fields of an anchor, as they stand inside other bodies.</summary>
internal static class AnchorBody
{
    public static void WriteFields(Utf8JsonWriter writer, Anchor anchor)
    {
        writer.WriteNumber("number", anchor.Head.Number);
        writer.WriteString("hash", anchor.Head.Hash);
        writer.WriteString("policy", anchor.Policy);
        writer.WriteNumber("at", anchor.At.Ticks);
    }

    public static Anchor ReadFields(JsonElement body) =>
        new(new AuditHead(body.Number("number"), body.Text("hash")), body.Text("policy"), body.At("at"));
}
