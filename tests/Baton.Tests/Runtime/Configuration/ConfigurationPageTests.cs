using System.Text;
using System.Text.Json;
using Baton.Runtime.Configuration;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Configuration;

public sealed class ConfigurationPageTests
{
    public static TheoryData<int, string> Examples => [.. Documentation.Blocks("configuration.md", "yaml")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_pages_examples_are_good(int line, string text)
    {
        var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes(text), $"configuration.md+{line}");
        reading.ShouldBeOfType<ConfigurationReading.Read>(
            reading is ConfigurationReading.Malformed bad ? string.Join('\n', bad.Findings) : null
        );
    }

    [Fact]
    public void The_page_tells_every_key_once() =>
        Documentation
            .Rows("configuration.md", "key")
            .Select(row => row[0])
            .ShouldBe(ConfigurationKeys.All, ignoreOrder: true);

    [Fact]
    public void The_schema_has_the_readers_keys() =>
        Keys(Schema(), "").Order(StringComparer.Ordinal).ShouldBe(ConfigurationKeys.All.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("mode")]
    [InlineData("on-unavailable")]
    [InlineData("groups.*.policy")]
    [InlineData("groups.*.order")]
    [InlineData("groups.*.overflow")]
    [InlineData("groups.*.preempted")]
    [InlineData("keys.*.on-failure")]
    [InlineData("keys.*.on-duplicate")]
    [InlineData("push.rules[].resolve")]
    public void The_schema_and_the_page_have_the_readers_words(string path)
    {
        var words = path switch
        {
            "mode" => Choices.Mode.All,
            "on-unavailable" => Choices.OnUnavailable.All,
            "groups.*.policy" => Choices.Policy.All,
            "groups.*.order" => Choices.Order.All,
            "groups.*.overflow" => Choices.Overflow.All,
            "groups.*.preempted" => Choices.Preempted.All,
            "keys.*.on-failure" => Choices.OnFailure.All,
            "keys.*.on-duplicate" => Choices.OnDuplicate.All,
            _ => Choices.Resolve.All,
        };
        At(Schema(), path).GetProperty("enum").EnumerateArray().Select(word => word.GetString()).ShouldBe(words);
        Documentation
            .Rows("configuration.md", "key")
            .Single(row => row[0] == path)[1]
            .ShouldBe(string.Join("`, `", words));
    }

    private static JsonElement Schema() => JsonDocument.Parse(Documentation.Read("baton.schema.json")).RootElement;

    private static IEnumerable<string> Keys(JsonElement schema, string prefix)
    {
        foreach (var choice in schema.TryGetProperty("oneOf", out var choices) ? choices.EnumerateArray() : [])
        {
            foreach (var path in Keys(choice, prefix))
                yield return path;
        }

        foreach (
            var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : []
        )
        {
            schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse(prefix);
            yield return prefix + property.Name;
            foreach (
                var path in Below(property.Value)
                    .SelectMany(below => Keys(below.Schema, prefix + property.Name + below.Join))
            )
                yield return path;
        }
    }

    private static IEnumerable<(JsonElement Schema, string Join)> Below(JsonElement schema)
    {
        yield return (schema, ".");
        if (schema.TryGetProperty("items", out var items))
            yield return (items, "[].");
        if (schema.TryGetProperty("additionalProperties", out var named) && named.ValueKind == JsonValueKind.Object)
            yield return (named, ".*.");
    }

    private static JsonElement At(JsonElement schema, string path)
    {
        foreach (var name in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
        {
            schema = name switch
            {
                "*" => schema.GetProperty("additionalProperties"),
                "[]" => schema.GetProperty("items"),
                _ => schema.GetProperty("properties").GetProperty(name),
            };
        }

        return schema;
    }
}
