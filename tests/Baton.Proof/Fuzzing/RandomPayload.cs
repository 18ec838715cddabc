using Baton.Workflows.Events;
using Baton.Workflows.Events.Contexts;
using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;

namespace Baton.Proof.Fuzzing;

/// <summary>Payloads and runs as the catalogue of payloads allows them: what is always there is there, and the rest by chance.</summary>
internal sealed class RandomPayload(Random random)
{
    private const int Depth = 4;

    private static readonly string[] Texts =
    [
        "main",
        "Main",
        "dev",
        "x",
        "0",
        "1",
        "true",
        "refs/heads/main",
        "v1.0",
        "a-b",
        "ü",
        "0x1F",
    ];

    // What an open object is given: names that can be taken for ways among them.
    private static readonly string[] Open = ["more", "a", "a.b", "text"];

    /// <summary>A run that an occasion started.</summary>
    public EvaluationContext Run(Occasion occasion, string workflow, Properties others)
    {
        var activities = PayloadCatalogue.Activities(occasion.Event);
        var activity = occasion.Activity ?? (activities.Count == 1 ? activities[0] : null);
        var shape = PayloadCatalogue.Shape(occasion.Event, activity ?? "") ?? PayloadShape.Unknown;
        var payload = Object(shape, Depth, occasion with { Activity = activity }, "");
        var known = GitHubContext.Of(
            new EventInstance(occasion.Event, payload),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        var github = known
            .Properties.Where(pair => pair.Key != "workflow")
            .Concat(known.Unknown.Keys.Select(name => new KeyValuePair<string, Value>(name, Fact(name))))
            .Append(new("workflow", Value.Of(workflow)));
        return new EvaluationContext(
            new Properties([new("github", new Value.Object(new Properties([.. github]))), .. others])
        )
        {
            Status = Enum.GetValues<JobStatus>()[random.Next(4)],
        };
    }

    /// <summary>A text that isn't empty.</summary>
    public string Text() => Texts[random.Next(Texts.Length)];

    /// <summary>Any value.</summary>
    public Value Anything() =>
        random.Next(7) switch
        {
            0 => Value.Null.Value,
            1 => Value.Of(random.Next(2) == 0),
            2 => Value.Of(random.Next(3)),
            3 => Value.Of(""),
            4 => new Value.Array([Value.Of(Text())]),
            5 => new Value.Object(new Properties([new("name", Value.Of(Text())), new("x", Value.Of(1))])),
            _ => Value.Of(Text()),
        };

    private Value Fact(string name) =>
        name == "ref_protected"
            ? Value.Of(random.Next(2) == 0)
            : Value.Of(name == "ref" ? $"refs/heads/{Text()}" : Text());

    private Value.Object Object(PayloadShape shape, int depth, Occasion occasion, string above)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        foreach (var field in shape.Fields)
        {
            if (field.IsAlways || random.Next(3) == 0)
                fields.Add(new(field.Name, Field(field, depth, occasion, above + field.Name)));
            else if (random.Next(2) == 0)
                fields.Add(new(field.Name, Value.Null.Value));
        }

        if (shape.Others is { } others)
            fields.AddRange(
                Open.Where(name => random.Next(2) == 0 && shape.Fields.All(field => field.Name != name))
                    .Select(name => KeyValuePair.Create(name, OfType(others, depth, occasion, above + name)))
            );
        return new Value.Object(new Properties(fields));
    }

    // All are texts here, whatever their kind, and none need be what the inputs context says.
    private IEnumerable<KeyValuePair<string, Value>> Given()
    {
        (string Name, string[] Texts)[] declared =
        [
            ("text", ["", "x", "main"]),
            ("flag", ["true", "false"]),
            ("count", ["0", "1"]),
            ("choice", ["a", "b"]),
        ];
        return declared
            .Where(_ => random.Next(3) > 0)
            .Select(input => KeyValuePair.Create(input.Name, Value.Of(input.Texts[random.Next(input.Texts.Length)])));
    }

    private Value Field(PayloadField field, int depth, Occasion occasion, string way) =>
        (occasion.Event, way) switch
        {
            (_, "action") => Value.Of(occasion.Activity ?? Text()),
            ("workflow_dispatch", "inputs") => new Value.Object(new Properties([.. Given()])),
            ("push", "ref") => Value.Of($"refs/{(random.Next(2) == 0 ? "heads" : "tags")}/{Text()}"),
            ("create", "ref_type") => Value.Of(random.Next(2) == 0 ? "branch" : "tag"),
            (_, "pull_request.merged") when OpenPullRequests.Have(occasion.Activity) => Value.Of(truth: false),
            _ => OfType(field.Type, depth, occasion, way),
        };

    private Value OfType(PayloadType type, int depth, Occasion occasion, string way) =>
        type switch
        {
            PayloadType.Text text => Value.Of(text.CanBeEmpty && random.Next(3) == 0 ? "" : Text()),
            PayloadType.Number number => Value.Of(number.CanBeZero && random.Next(3) == 0 ? 0 : random.Next(1, 5)),
            PayloadType.Truth => Value.Of(random.Next(2) == 0),
            PayloadType.List list => new Value.Array([
                .. Enumerable
                    .Range(0, depth == 0 ? 0 : random.Next(3))
                    .Select(_ => OfType(list.Item, depth - 1, occasion, way + ".*")),
            ]),
            PayloadType.Object item => depth == 0
                ? new Value.Object(Properties.None)
                : Object(item.Shape, depth - 1, occasion, way + "."),
            PayloadType.Anything { Shape: { } shape } when random.Next(2) == 0 && depth > 0 => Object(
                shape,
                depth - 1,
                occasion,
                way + "."
            ),
            _ => Anything() is var any && any is Value.Null ? Value.Of(Text()) : any,
        };
}
