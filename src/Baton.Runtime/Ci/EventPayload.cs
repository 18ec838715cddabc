using System.Text;
using System.Text.Json;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Ci;

/// <summary>What became of reading an event's payload.</summary>
public abstract record EventPayload
{
    /// <summary>
    /// The largest payload, in bytes: GitHub sends at most 25 MB
    /// (https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap).
    /// </summary>
    public const int LargestPayload = 26 * 1024 * 1024;

    /// <summary>How deep a payload's objects and arrays may stand in each other.</summary>
    public const int DeepestPayload = 64;

    private EventPayload() { } // closed: every case is here

    /// <summary>The run has no payload.</summary>
    public sealed record None : EventPayload;

    /// <summary>The payload, an object.</summary>
    public sealed record Loaded(JsonElement Root) : EventPayload;

    /// <summary>
    /// There is a file, but it can't be used; the message says why in one sentence without its full stop.
    /// </summary>
    public sealed record Broken(string Message) : EventPayload;

    /// <summary>Reads a file, or gives <see cref="None"/> where there is no path.</summary>
    public static EventPayload Load(string? path)
    {
        if (path is null)
            return new None();
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > LargestPayload)
                return Bad(path, "it is larger than 26 MB");
            var bytes = new byte[stream.Length];
            return Parse(bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Bad(path, OneLine.Of(failure.Message));
        }
    }

    private static EventPayload Parse(ReadOnlyMemory<byte> bytes, string path)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            // Not disposed: the root lives as long as the process, and the memory is our own.
            var root = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DeepestPayload }).RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new Loaded(root)
                : Bad(path, "it is JSON, but not an object");
        }
        catch (JsonException broken)
        {
            return Bad(path, $"it is not JSON: {OneLine.Of(broken.Message)}");
        }
    }

    private static Broken Bad(string path, string why) =>
        new($"the event's payload {OneLine.Of(path)} can't be read: {why}");
}
