using System.Text.Json;
using Baton.Tests.Support;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>The cases that GitHub's own implementations are held against.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public void Every_case_of_the_language_services_comes_out_as_on_GitHub()
    {
        var folder = ConformanceData.Folder("expressions");
        var outcomes = Directory
            .EnumerateFiles(folder, "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(Cases)
            .Select(Outcome)
            .ToList();
        var failed = outcomes.Where(outcome => outcome.Length > 0).ToList();
        Console.WriteLine(
            $"conformance: expressions: {outcomes.Count} cases, {outcomes.Count - failed.Count} passed, 0 skipped, {failed.Count} failed"
        );
        outcomes.ShouldNotBeEmpty();
        failed.ShouldBeEmpty();
    }

    // A mark "skip: typescript" is about another implementation.
    private static IEnumerable<(string Place, JsonElement Case)> Cases(string file) =>
        from set in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject()
        from one in set.Value.EnumerateArray()
        select ($"{Path.GetFileName(file)}, {set.Name}", one);

    // Nothing, or what is wrong.
    private static string Outcome((string Place, JsonElement Case) given)
    {
        var text = given.Case.GetProperty("expr").GetString()!;
        var contexts = given.Case.TryGetProperty("contexts", out var found)
            ? Sample.Contexts(found.GetRawText())
            : Properties.None;
        var (value, error) = Sample.Evaluate(text, contexts);
        var problem = given.Case.TryGetProperty("err", out var expected)
            ? Misfit(expected, value, error)
            : Misfit(given.Case.GetProperty("result"), value, error, contexts);
        return problem.Length == 0 ? "" : $"{given.Place}: {text}: {problem}";
    }

    private static string Misfit(JsonElement expected, Value? value, ExpressionError? error)
    {
        var (kind, message) = (expected.GetProperty("kind").GetString()!, expected.GetProperty("value").GetString()!);
        return error is null ? $"expected a {kind} error, not {Sample.Show(value!)}"
            : !string.Equals(error.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase)
                ? $"expected a {kind} error, not one of {error.Kind}: {error.Message}"
            : !error.Message.Contains(message, StringComparison.Ordinal) ? $"expected {message}, not {error.Message}"
            : "";
    }

    private static string Misfit(JsonElement expected, Value? value, ExpressionError? error, Properties _)
    {
        if (error is not null)
            return $"expected a value, not {error.Message}";
        var (kind, wanted) = (
            expected.GetProperty("kind").GetString(),
            Sample.Value(expected.GetProperty("value").GetRawText())
        );
        return value!.Kind != kind ? $"expected a {kind}, not {Sample.Show(value)}"
            : Sample.Show(value) != Sample.Show(wanted) ? $"expected {Sample.Show(wanted)}, not {Sample.Show(value)}"
            : "";
    }
}
