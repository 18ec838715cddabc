using System.Text.Json.Nodes;
using Baton.Proof.Forging;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Forge;

/// <summary>What the made-up forge says has the shape of what the real one says: its payloads carry the same objects.</summary>
public sealed class ShapesAreReal
{
    [Theory]
    [InlineData("issues", "issue")]
    [InlineData("issue_comment", "comment")]
    [InlineData("pull_request", "pull_request")]
    [InlineData("workflow_run", "workflow_run")]
    public void Every_field_is_one_of_a_real_payloads(string name, string field)
    {
        var made = field switch
        {
            "issue" => FakeJson.Issue("o/r", new FakeIssue(1) { Labels = ["a"], Assignees = ["b"] }),
            "comment" => FakeJson.Comment("o/r", 1, new(2, "a", "b")),
            "pull_request" => FakeJson.PullRequest("o/r", new(3, "b", null)),
            _ => FakeJson.Run("o/r", new(4, 1, "success", TimeSpan.Zero)),
        };
        var real = Examples(name).Select(example => example[field]).OfType<JsonObject>().ToList();

        real.ShouldNotBeEmpty();
        foreach (var (property, value) in made)
            real.Any(one => one.TryGetPropertyValue(property, out var there) && IsAlike(value, there))
                .ShouldBeTrue($"{field}.{property}");
    }

    private static bool IsAlike(JsonNode? made, JsonNode? real) =>
        made is null || (real is not null && made.GetValueKind() == real.GetValueKind());

    private static IEnumerable<JsonObject> Examples(string name)
    {
        var file = Path.Combine(ConformanceData.Folder("events"), "payload-examples.json");
        var all = JsonNode.Parse(File.ReadAllText(file))!.AsArray();
        return all.Where(one => one!["name"]!.GetValue<string>() == name)
            .SelectMany(one => one!["examples"]!.AsArray())
            .OfType<JsonObject>();
    }
}
