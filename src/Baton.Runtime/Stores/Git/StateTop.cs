using System.Text.Json;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Git;

/// <summary>What belongs to a scope as a whole, beside its row.</summary>
/// <param name="Store">Names this store for ever, 32 hexadecimal digits: a fence tells by it whose token it has seen.</param>
/// <param name="Zero">The wall clock's ticks at which scope time was zero.</param>
/// <param name="Since">Scope time of the oldest audit entry, in ticks.</param>
/// <param name="Pushes">
/// The names of the last pushes, newest first. Each is new: so no two pushes are the same object, and who didn't hear the
/// answer to its own finds it here.
/// </param>
internal sealed record StateTop(string Store, long Zero, long Since, IReadOnlyList<string> Pushes)
{
    /// <summary>
    /// When it was last pushed to, in seconds since 1970 by the wall clocks of those who pushed, newest first; a ticket that
    /// a push took along was one too. Only a warning depends on it.
    /// </summary>
    public IReadOnlyList<long> Times { get; init; } = [];

    /// <summary>How many times are remembered.</summary>
    private const int RememberedTimes = 32;

    /// <summary>How many pushes are remembered.</summary>
    public const int Remembered = 64;

    /// <summary>Writes it.</summary>
    public byte[] Write() => Body.Write(this, WriteFields);

    /// <summary>Reads it.</summary>
    /// <exception cref="StoredBodyException">It is damaged or of another version.</exception>
    public static StateTop Read(ReadOnlyMemory<byte> body) => Body.Read(body, ReadFields);

    /// <summary>The same after one more push.</summary>
    public StateTop After(string push) => this with { Pushes = [push, .. Pushes.Take(Remembered - 1)] };

    /// <summary>The same with the time of one more push, and of the tickets that it takes along.</summary>
    public StateTop At(DateTimeOffset wall, int tickets) =>
        this with
        {
            Times =
            [
                .. Enumerable
                    .Repeat(wall.ToUnixTimeSeconds(), Math.Min(1 + tickets, RememberedTimes))
                    .Concat(Times)
                    .Take(RememberedTimes),
            ],
        };

    /// <summary>How many pushes there were in the last minute.</summary>
    public int InTheLastMinute(DateTimeOffset wall) =>
        Times.Count(time => Math.Abs(wall.ToUnixTimeSeconds() - time) < 60);

    private static void WriteFields(Utf8JsonWriter writer, StateTop top)
    {
        writer.WriteString("store", top.Store);
        writer.WriteNumber("zero", top.Zero);
        writer.WriteNumber("since", top.Since);
        writer.WriteStartArray("pushes");
        foreach (var push in top.Pushes)
            writer.WriteStringValue(push);
        writer.WriteEndArray();
        writer.WriteStartArray("times");
        foreach (var time in top.Times)
            writer.WriteNumberValue(time);
        writer.WriteEndArray();
    }

    private static StateTop ReadFields(JsonElement body) =>
        new(
            body.Text("store"),
            body.Number("zero"),
            body.Number("since"),
            [.. body.GetProperty("pushes").EnumerateArray().Select(push => push.GetString() ?? "")]
        )
        {
            Times = body.TryGetProperty("times", out var times)
                ? [.. times.EnumerateArray().Select(time => time.GetInt64())]
                : [],
        };
}
