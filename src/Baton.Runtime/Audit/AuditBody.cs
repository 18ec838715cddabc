using System.Text.Json;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Audit;

/// <summary>The stored body of an audit entry: a record of the engine, or that older entries were pruned.</summary>
/// <param name="Fact">What it tells of.</param>
/// <param name="Wall">When it was written, by the wall clock.</param>
public sealed record AuditBody(AuditFact Fact, DateTimeOffset Wall)
{
    private const string PrunedKind = "pruned";

    /// <summary>Writes the body.</summary>
    public byte[] Write() => Body.Write(this, WriteFields);

    /// <summary>Reads a body.</summary>
    /// <exception cref="StoredBodyException">It is damaged or of another version.</exception>
    public static AuditBody Read(ReadOnlyMemory<byte> body) => Body.Read(body, ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, AuditBody body)
    {
        writer.WriteNumber("wall", body.Wall.UtcTicks);
        switch (body.Fact)
        {
            case AuditFact.Happened happened:
                RecordBody.WriteFields(writer, happened.Record);
                break;
            case AuditFact.Pruned pruned:
                writer.WriteString("kind", PrunedKind);
                AnchorBody.WriteFields(writer, pruned.Anchor);
                break;
        }
    }

    private static AuditBody ReadFields(JsonElement body)
    {
        AuditFact fact =
            body.Text("kind") == PrunedKind
                ? new AuditFact.Pruned(AnchorBody.ReadFields(body))
                : new AuditFact.Happened(RecordBody.ReadFields(body));
        return new(fact, new DateTimeOffset(body.Number("wall"), TimeSpan.Zero));
    }
}
