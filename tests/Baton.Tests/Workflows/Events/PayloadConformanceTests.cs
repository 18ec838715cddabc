using System.Text.Json;
using Baton.Tests.Support;
using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Tests.Workflows.Events;

/// <summary>Real payloads: what the table says is always there is there, and what is there the table knows.</summary>
public sealed class PayloadConformanceTests
{
    // A run doesn't get these of a commit.
    private static readonly string[] OfCommits = ["added", "removed", "modified"];

    [Fact]
    public void Real_payloads_fit_the_table()
    {
        var file = Path.Combine(ConformanceData.Folder("events"), "payload-examples.json");
        var payloads = JsonDocument
            .Parse(File.ReadAllText(file))
            .RootElement.EnumerateArray()
            .Where(known => KnownEvent.Find(known.GetProperty("name").GetString()!) is not null)
            .SelectMany(known =>
                known
                    .GetProperty("examples")
                    .EnumerateArray()
                    .Select(example => (Name: known.GetProperty("name").GetString()!, Example: example))
            )
            .Where(one => Shape(one.Name, one.Example) is not null)
            .ToList();
        var failed = payloads
            .SelectMany(one => Misfits(new PayloadType.Object(Shape(one.Name, one.Example)!), one.Example, one.Name))
            .ToList();
        var fitting = payloads.Count - failed.Select(problem => problem.Payload).Distinct().Count();
        Console.WriteLine(
            $"conformance: payloads: {payloads.Count} cases, {fitting} passed, 0 skipped, {payloads.Count - fitting} failed"
        );
        payloads.Count.ShouldBeGreaterThan(150);
        failed.Select(problem => problem.What).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Events_have_the_types_and_the_default_ones_that_they_should()
    {
        var file = Path.Combine(ConformanceData.Folder("events"), "activity-types.json");
        var cases = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject().ToList();
        // A comment on a pull request is an issue_comment: its types here are those.
        var failed = cases
            .Where(one => one.Name != "pull_request_comment")
            .Where(one => KnownEvent.Find(one.Name) is not { } known || !Fits(one.Value, known))
            .Select(one => one.Name)
            .ToList();
        Console.WriteLine(
            $"conformance: activity types: {cases.Count} cases, {cases.Count - 1 - failed.Count} passed, 1 skipped, {failed.Count} failed"
        );
        failed.ShouldBeEmpty();
    }

    private static bool Fits(JsonElement given, KnownEvent known) =>
        Texts(given.GetProperty("types")).SetEquals(known.Types)
        && Texts(given.GetProperty("defaultTypes")).SetEquals(known.DefaultTypes);

    private static HashSet<string> Texts(JsonElement given) =>
        given.ValueKind == JsonValueKind.Null ? [] : [.. given.EnumerateArray().Select(text => text.GetString()!)];

    private static PayloadShape? Shape(string name, JsonElement example) =>
        PayloadCatalogue.Shape(name, example.TryGetProperty("action", out var action) ? action.GetString()! : "");

    private static IEnumerable<(JsonElement Payload, string What)> Misfits(
        PayloadType type,
        JsonElement value,
        string name
    ) => Misfits(type, value, name, name).Select(what => (value, what));

    private static IEnumerable<string> Misfits(PayloadType type, JsonElement value, string place, string name) =>
        (type, value.ValueKind) switch
        {
            (PayloadType.Object item, JsonValueKind.Object) => OfObject(item.Shape, value, place, name),
            (PayloadType.Anything { Shape: { } shape }, JsonValueKind.Object) => OfObject(shape, value, place, name),
            (PayloadType.List list, JsonValueKind.Array) => value
                .EnumerateArray()
                .SelectMany(item => Misfits(list.Item, item, place + "[]", name)),
            (PayloadType.Anything, _) => [],
            (PayloadType.Text text, JsonValueKind.String) => text.CanBeEmpty || value.GetString() != ""
                ? []
                : [$"{place} is empty"],
            (PayloadType.Number number, JsonValueKind.Number) => number.CanBeZero || value.GetDouble() != 0
                ? []
                : [$"{place} is 0"],
            (PayloadType.Truth, JsonValueKind.True or JsonValueKind.False) => [],
            _ => [$"{place} is {value.ValueKind}, not {type.GetType().Name}"],
        };

    private static IEnumerable<string> OfObject(PayloadShape shape, JsonElement value, string place, string name)
    {
        foreach (var field in shape.Fields.Where(field => field.IsAlways))
        {
            if (!value.TryGetProperty(field.Name, out var found) || found.ValueKind == JsonValueKind.Null)
                yield return $"{place}.{field.Name} isn't always there";
        }

        foreach (var field in value.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            if (name == "push" && OfCommits.Contains(field.Name))
                continue;
            var found = shape.Find(field.Name);
            if (found is FieldPresence.Never)
                yield return $"{place}.{field.Name} is there";
            var type = found switch
            {
                FieldPresence.Always always => always.Type,
                FieldPresence.Sometimes sometimes => sometimes.Type,
                _ => new PayloadType.Anything(),
            };
            foreach (var misfit in Misfits(type, field.Value, $"{place}.{field.Name}", name))
                yield return misfit;
        }
    }
}
