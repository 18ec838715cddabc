using System.Text.Json.Nodes;

namespace Baton.Proof.Forging;

/// <summary>An answer of a made-up forge.</summary>
internal sealed record FakeAnswer(int Status, JsonNode? Body)
{
    /// <summary>Headers beside the usual ones.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Whether it never comes.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether the connection breaks instead.</summary>
    public bool Breaks { get; init; }

    public static FakeAnswer Saying(int status, string message) =>
        new(status, new JsonObject { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest" });
}
