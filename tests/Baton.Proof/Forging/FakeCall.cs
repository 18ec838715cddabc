using System.Text.Json.Nodes;

namespace Baton.Proof.Forging;

/// <summary>A call that came to a made-up forge.</summary>
internal sealed record FakeCall(string Method, string Path, string Query, JsonNode? Body, string? Token)
{
    /// <summary>A value of the query; none where it has none.</summary>
    public string? Asked(string name) =>
        Query
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair[0] == name && pair.Length == 2)
            .Select(pair => Uri.UnescapeDataString(pair[1]))
            .FirstOrDefault();
}
