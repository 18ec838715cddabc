using System.Text;
using System.Text.Json;
using Baton.Engine.Commands;
using Baton.Runtime.Fencing;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Keeping;

/// <summary>What a keeper is told: what to ask for whom, and how long to keep it.</summary>
/// <param name="Ask">What is asked; the keeper puts itself there as the owner.</param>
/// <param name="Scope">The scope's name.</param>
/// <param name="Store">The address of its store.</param>
/// <param name="Folder">The folder in which the address was said: the repository there may know how to reach it.</param>
public sealed record KeepOrder(Ask Ask, string Scope, string Store, string Folder)
{
    /// <summary>How long the steps have for their end once the run is told to stop.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the run is kept at most, from its grant on.</summary>
    public TimeSpan HoldAtMost { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The process with whose end the run ends; none when nothing is followed.</summary>
    public ProcessIdentity? Follow { get; init; }

    /// <summary>The fences of the run's groups; their remotes are named in <see cref="Folder"/>.</summary>
    public IReadOnlyList<FenceWish> Fences { get; init; } = [];

    /// <summary>Whether the keeper goes on when the store can't be reached until the end of the lease.</summary>
    public bool ProceedsUnprotected { get; init; }

    /// <summary>Whether the service is asked to cancel the run of its that this is, once it is told to stop.</summary>
    public bool CancelsRun { get; init; }

    /// <summary>As one line.</summary>
    public string Write() => Encoding.UTF8.GetString(Body.Write(this, WriteFields));

    /// <summary>Reads a line.</summary>
    /// <exception cref="StoredBodyException">It is no order, or another version's.</exception>
    public static KeepOrder Read(string line) => Body.Read(Encoding.UTF8.GetBytes(line), ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, KeepOrder order)
    {
        AskBody.Write(writer, order.Ask);
        writer.Put("scope", order.Scope);
        writer.Put("store", order.Store);
        writer.Put("folder", order.Folder);
        writer.Put("grace", (TimeSpan?)order.Grace);
        writer.Put("holdAtMost", (TimeSpan?)order.HoldAtMost);
        writer.Put("follow", order.Follow?.ToString());
        writer.WriteStartArray("fences");
        foreach (var fence in order.Fences)
        {
            writer.WriteStartObject();
            writer.Put("group", fence.Group);
            writer.Put("remote", fence.Remote);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.PutFlag("proceeds", order.ProceedsUnprotected);
        writer.PutFlag("cancelsRun", order.CancelsRun);
    }

    private static KeepOrder ReadFields(JsonElement order) =>
        new(AskBody.Read(order.GetProperty("ask")), order.Text("scope"), order.Text("store"), order.Text("folder"))
        {
            Grace = order.Span("grace"),
            HoldAtMost = order.Span("holdAtMost"),
            Follow = order.TextOrNone("follow") is { } process ? ProcessIdentity.Parse(process) : null,
            Fences =
            [
                .. order
                    .GetProperty("fences")
                    .EnumerateArray()
                    .Select(fence => new FenceWish(fence.Text("group"), fence.Text("remote"))),
            ],
            ProceedsUnprotected = order.Flag("proceeds"),
            CancelsRun = order.Flag("cancelsRun"),
        };
}
