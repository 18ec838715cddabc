using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Forecasts;

namespace Baton.Proof.Fuzzing;

/// <summary>Random expressions of the kind that people write into groups and conditions, and some that nobody does.</summary>
/// <param name="random">Chance.</param>
/// <param name="occasion">What starts the run.</param>
/// <param name="place">What an expression may ask for where it stands.</param>
internal sealed class RandomGroup(Random random, Occasion occasion, ExpressionPlace place)
{
    private static readonly string[] Operators = ["==", "!=", "<", "<=", ">", ">=", "&&", "||", "&&", "||", "==", "!="];

    private static readonly string[] Facts =
    [
        "github.ref",
        "github.ref_name",
        "github.ref_type",
        "github.sha",
        "github.head_ref",
        "github.base_ref",
        "github.actor",
        "github.run_id",
        "github.event_name",
        "github.workflow",
        "github.repository",
        "github.event.action",
        "github.event.issue.number",
        "github.event.pull_request.number",
        "github.event.number",
        "github.nothing",
        "github.event.pull_request",
        "github.event.issue.pull_request",
        "github.event.nothing.more",
        "github.event",
        "github.event.issue.labels.*.name",
        "github.event.pull_request.labels.*.name",
        "github.event.commits[0].message",
        "github.event.client_payload.more",
        "github.event.client_payload['a.b']",
        "github.event.client_payload.a.b",
        "github.event.inputs.text",
        "github.event.inputs.flag",
        "github.event.inputs.flag",
        "github.event.inputs.count",
        "github.event.inputs.choice",
        "inputs.text",
        "inputs.flag",
        "inputs.count",
        "inputs.choice",
        "inputs.nothing",
        "vars.A",
        "vars.B",
        "vars.C",
        "github.event.pull_request.merged",
        "github.event.pull_request.draft",
        "github.event['action']",
        "github.event.ref",
        "github.ref_protected",
    ];

    private static readonly string[] Constants =
    [
        "'main'",
        "'refs/heads/main'",
        "'refs/heads/'",
        "'refs/tags/v'",
        "'x'",
        "''",
        "null",
        "true",
        "false",
        "0",
        "1",
        "'0'",
        "'labeled'",
        "'push'",
        "fromJSON('[\"main\", \"x\", 1]')",
        "'a'",
        "'issue-{0}'",
    ];

    // By the event that has them.
    private static readonly (string Event, string One, string Other)[] Alike =
    [
        ("workflow_dispatch", "inputs.flag", "github.event.inputs.flag"),
        ("workflow_dispatch", "inputs.text", "github.event.inputs.text"),
        ("workflow_dispatch", "inputs.choice", "github.event.inputs.choice"),
        ("issues", "github.event.sender.login", "github.event.issue.user.login"),
        ("pull_request", "github.event.sender.login", "github.event.pull_request.user.login"),
        ("pull_request", "github.event.pull_request.head.ref", "github.event.pull_request.base.ref"),
        ("repository_dispatch", "github.event.client_payload.a.b", "github.event.client_payload['a.b']"),
        ("push", "github.ref", "github.event.ref"),
    ];

    /// <summary>A text with an expression in it.</summary>
    public string Text()
    {
        var expression = Expression(random.Next(4));
        return random.Next(3) switch
        {
            0 => $"${{{{ {expression} }}}}",
            1 => $"ci-${{{{ {expression} }}}}",
            _ => $"${{{{ {Leaf()} }}}}-${{{{ {expression} }}}}",
        };
    }

    /// <summary>An expression without what surrounds it.</summary>
    public string Expression(int depth)
    {
        if (depth == 0)
            return Leaf();
        string Part() => Expression(depth - 1);
        return random.Next(16) switch
        {
            0 => $"!({Part()})",
            1 => $"contains({Part()}, {Part()})",
            2 => $"startsWith({Part()}, {Leaf()})",
            3 => $"endsWith({Part()}, {Leaf()})",
            4 => $"format('{{0}}-{{1}}{{0}}', {Part()}, {Part()})",
            5 => $"join({Part()}, {Leaf()})",
            6 => $"toJSON({Part()})",
            7 => $"case({Part()} == {Leaf()}, {Part()}, {Part()})",
            8 when place.Questions.Count > 0 => place.Questions[random.Next(place.Questions.Count)],
            10 or 11 => Twins(),
            9 => $"fromJSON('{{\"main\": \"prod\", \"x\": 1}}')[{Part()}]",
            _ => $"({Part()} {Operators[random.Next(Operators.Length)]} {Part()})",
        };
    }

    // Two values whose names are alike, asked about at once: whoever takes them for one answers wrongly.
    private string Twins()
    {
        var here = Alike.Where(pair => pair.Event == occasion.Event).DefaultIfEmpty(Alike[^1]).ToList();
        var (_, one, other) = here[random.Next(here.Count)];
        if (random.Next(2) == 0)
            (one, other) = (other, one);
        return random.Next(3) switch
        {
            0 => $"({one} == {other})",
            1 => $"({one} && {other} && 'both' || 'not')",
            _ => $"({one} == 'x' && {other} == 'x' && 'both' || 'not')",
        };
    }

    private string Leaf() =>
        random.Next(5) switch
        {
            0 => Constants[random.Next(Constants.Length)],
            1 => $"github.event{Way()}",
            2 when place.Facts.Count > 0 => place.Facts[random.Next(place.Facts.Count)],
            _ => Facts[random.Next(Facts.Length)],
        };

    // A way that the payload may have.
    private string Way()
    {
        var activities = PayloadCatalogue.Activities(occasion.Event);
        var activity = occasion.Activity ?? (activities.Count == 1 ? activities[0] : "");
        var shape = PayloadCatalogue.Shape(occasion.Event, activity);
        var way = "";
        for (var steps = random.Next(1, 4); steps > 0 && shape is { Fields.Count: > 0 }; steps--)
        {
            var field = shape.Fields[random.Next(shape.Fields.Count)];
            way += $"['{field.Name}']";
            shape = (field.Type as PayloadType.Object)?.Shape;
        }

        return way;
    }
}
