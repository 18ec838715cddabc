using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>
/// Holds what Baton makes of a case against what the reference makes of it. A workflow must come out whole, with all
/// places where the case has them. Errors must be in the same files and lines; the column is the same too, or lies within
/// the value where an error is in an expression, since Baton points at the place inside. The words are Baton's own.
/// </summary>
internal static partial class ParserOutcome
{
    /// <summary>Nothing, or what is different.</summary>
    public static string Of(ParserCase given)
    {
        var reading = WorkflowReader.Read(Encoding.UTF8.GetBytes(given.Text), given.Name, given.Rules);
        var called = given.FollowsCalls
            ? given.Files.ToDictionary(
                file => file.Key,
                file => WorkflowReader.Read(Encoding.UTF8.GetBytes(file.Value), file.Key)
            )
            : [];
        var linking =
            reading.Content is { } workflow && !reading.Findings.Any(IsTold)
                ? WorkflowLinker.Link(workflow, uses => called.GetValueOrDefault(uses)?.Content, given.CallRules)
                : new Linking([], [], []);
        var errors = reading
            .Findings.Concat(called.Values.SelectMany(file => file.Findings))
            .Concat(linking.Findings)
            .Where(IsTold)
            .ToList();
        if (given.Expected["errors"] is JsonArray expected)
            return Misfit(expected, errors);
        if (errors.Count > 0)
            return "unexpected: " + string.Join("; ", errors);
        var written = new WorkflowProjection(given.HasSource).Workflow(reading.Content!, linking.Calls);
        if (given.Expected.ContainsKey("events"))
        {
            // The editor's reader says all of the inputs there, and nothing of them here.
            written["events"] = EventsProjection.Of(reading.Content!);
            written.Remove("input-types");
        }

        return Misfit(given.Expected, written);
    }

    // GitHub's server refuses a job without steps; the reference doesn't look.
    private static bool IsTold(Finding finding) =>
        finding.Severity == Severity.Error && !finding.Message.EndsWith("has no steps", StringComparison.Ordinal);

    private static string Misfit(JsonArray expected, List<Finding> errors)
    {
        var places = expected.Select(error => Place().Match(error!["Message"]!.GetValue<string>())).ToList();
        if (errors.Count == 0)
            return $"no error, expected {expected.ToJsonString()}";
        if (places.Exists(place => !place.Success))
            return "";
        var missing = places.Where(place => !errors.Exists(error => Agrees(place, error))).Select(place => place.Value);
        var surplus = errors.Where(error => !places.Exists(place => Agrees(place, error)));
        return string.Join(
            "; ",
            missing.Select(place => $"nothing at {place}").Concat(surplus.Select(error => $"surplus: {error}"))
        );
    }

    private static bool Agrees(Match place, Finding error)
    {
        var isInside =
            place.Value.Contains("xpression", StringComparison.Ordinal)
            || place.Value.Contains("directive", StringComparison.Ordinal);
        var column = int.Parse(place.Groups["column"].Value, null);
        return error.File == place.Groups["file"].Value
            && error.Line == int.Parse(place.Groups["line"].Value, null)
            && (error.Column == column || (isInside && error.Column > column));
    }

    [GeneratedRegex(
        @"(?<file>[^ ]+) \(Line: (?<line>\d+), Col: (?<column>\d+)\).*",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Place();

    private static string Misfit(JsonObject expected, JsonObject actual)
    {
        var wanted = (JsonObject)expected.DeepClone();
        if (wanted["file-table"] is JsonArray files)
            NameFiles(wanted, files);
        wanted.Remove("file-table");
        return Difference(wanted, actual, "");
    }

    private static void NameFiles(JsonNode? node, JsonArray files)
    {
        if (node is JsonObject value)
        {
            if (value["file"] is JsonValue index)
                value["file"] = files[index.GetValue<int>() - 1]!.GetValue<string>();
            foreach (var (_, below) in value)
                NameFiles(below, files);
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
                NameFiles(item, files);
        }
    }

    // The first place where two trees differ. An empty list is as good as none.
    private static string Difference(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected, actual)
        {
            case (JsonObject wanted, JsonObject given):
                return wanted
                        .Select(pair => pair.Key)
                        .Union(given.Select(pair => pair.Key))
                        .Select(key => Difference(wanted[key], given[key], $"{path}/{key}"))
                        .FirstOrDefault(difference => difference.Length > 0)
                    ?? "";
            case (JsonArray wanted, JsonArray given) when wanted.Count == given.Count:
                return wanted
                        .Select((item, index) => Difference(item, given[index], $"{path}/{index}"))
                        .FirstOrDefault(difference => difference.Length > 0)
                    ?? "";
            case (JsonArray { Count: 0 }, null) or (null, JsonArray { Count: 0 }):
                return "";
            default:
                return Same(expected, actual)
                    ? ""
                    : $"{path}: expected {expected?.ToJsonString() ?? "nothing"}, not {actual?.ToJsonString() ?? "nothing"}";
        }
    }

    private static bool Same(JsonNode? expected, JsonNode? actual) =>
        expected is JsonValue wanted && actual is JsonValue given && Number(wanted) is { } number
            ? Number(given) is { } other && number.Equals(other)
            : JsonNode.DeepEquals(expected, actual);

    private static double? Number(JsonValue value) =>
        value.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
