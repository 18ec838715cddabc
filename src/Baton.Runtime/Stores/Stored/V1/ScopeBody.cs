using System.Text.Json;
using Baton.Engine.Views;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>The stored body of a scope's own row: the engine's state, the clock, and both ends of the audit.</summary>
/// <param name="Name">The scope's name.</param>
/// <param name="State">The engine's state.</param>
/// <param name="Clock">What scope time goes on from.</param>
/// <param name="Head">The newest audit entry.</param>
/// <param name="Anchor">Where the audit begins, if it was pruned.</param>
public sealed record ScopeBody(string Name, ScopeState State, ClockReading Clock, AuditHead Head, Anchor? Anchor)
{
    /// <summary>Writes the row.</summary>
    public byte[] Write() => Body.Write(this, WriteFields);

    /// <summary>Reads the row.</summary>
    /// <exception cref="StoredBodyException">The body is damaged or of another version.</exception>
    public static ScopeBody Read(ReadOnlyMemory<byte> body) => Body.Read(body, ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, ScopeBody scope)
    {
        writer.WriteString("name", scope.Name);
        writer.WriteNumber("version", scope.State.Version);
        writer.WriteNumber("lastToken", scope.State.LastToken);
        writer.WriteNumber("arrivals", scope.State.Arrivals);
        writer.WriteNumber("time", scope.State.Time.Ticks);
        writer.WriteNumber("aging", scope.State.Aging.Ticks);
        writer.WriteStartObject("clock");
        writer.WriteNumber("time", scope.Clock.Time.Ticks);
        writer.WriteString("domain", scope.Clock.Domain);
        writer.WriteNumber("boot", scope.Clock.BootTicks);
        writer.WriteNumber("wall", scope.Clock.WallTicks);
        writer.WriteEndObject();
        writer.WriteNumber("head", scope.Head.Number);
        writer.WriteString("hash", scope.Head.Hash);
        if (scope.State.Elsewhere is { } elsewhere)
            writer.WriteString(elsewhere is Elsewhere.MovedTo ? "movedTo" : "comingFrom", elsewhere.Place);
        if (scope.Anchor is not { } anchor)
            return;
        writer.WriteStartObject("anchor");
        AnchorBody.WriteFields(writer, anchor);
        writer.WriteEndObject();
    }

    private static ScopeBody ReadFields(JsonElement body)
    {
        var clock = body.GetProperty("clock");
        return new(
            body.Text("name"),
            new ScopeState(
                body.Number("version"),
                body.Number("lastToken"),
                body.Number("arrivals"),
                body.At("time"),
                body.Span("aging")
            )
            {
                Elsewhere =
                    body.TextOrNone("movedTo") is { } to ? new Elsewhere.MovedTo(to)
                    : body.TextOrNone("comingFrom") is { } from ? new Elsewhere.ComingFrom(from)
                    : null,
            },
            new ClockReading(clock.At("time"), clock.Text("domain"), clock.Number("boot"), clock.Number("wall")),
            new AuditHead(body.Number("head"), body.Text("hash")),
            body.TryGetProperty("anchor", out var anchor) ? AnchorBody.ReadFields(anchor) : null
        );
    }
}
