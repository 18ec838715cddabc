using System.Text.Json;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Cli;

/// <summary>The shape of JSON: names in their order, and what the first item of each array has.</summary>
internal static class JsonShape
{
    /// <summary>The shape of some output.</summary>
    public static string Of(string json) => Of(JsonDocument.Parse(json).RootElement);

    /// <summary>The shape of the example that <c>docs/formats.md</c> shows for a verb.</summary>
    public static string Shown(string title)
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "formats.md"));
        var at = page.IndexOf($"### `baton {title}", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, $"docs/formats.md shows no {title}");
        var start = page.IndexOf("```json\n", at, StringComparison.Ordinal) + "```json\n".Length;
        return Of(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    private static string Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(',', element.EnumerateObject().Select(field => $"{field.Name}:{Of(field.Value)}"))
                + "}",
            JsonValueKind.Array => "[" + (element.GetArrayLength() > 0 ? Of(element[0]) : "") + "]",
            _ => "",
        };
}
