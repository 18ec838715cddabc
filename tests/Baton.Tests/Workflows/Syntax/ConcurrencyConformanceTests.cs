using System.Text;
using System.Text.Json;
using Baton.Tests.Support;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>
/// The cases of the language services about groups: how often a deadlock, or a queue beside cancel-in-progress, is found.
/// </summary>
public sealed class ConcurrencyConformanceTests
{
    // It holds that names of groups differ in case. GitHub's pages say that they do not:
    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency
    private const string AgainstThePages = "case sensitive - different case is different group";

    [Fact]
    public void Every_case_of_the_language_services_is_found_as_often()
    {
        var file = Path.Combine(ConformanceData.Folder("concurrency"), "cases.json");
        var cases = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().ToList();
        var failed = cases.Select(Problem).Where(problem => problem.Length > 0).ToList();
        Console.WriteLine(
            $"conformance: concurrency: {cases.Count} cases, {cases.Count - failed.Count} passed (1 of them the other way round: names of groups compare without case), 0 skipped, {failed.Count} failed"
        );
        failed.ShouldBeEmpty();
    }

    private static string Problem(JsonElement one)
    {
        var name = one.GetProperty("name").GetString()!;
        var words = one.GetProperty("filter").EnumerateArray().Select(word => word.GetString()!).ToList();
        var text = one.GetProperty("workflow").GetString()!;
        var found = WorkflowReader
            .Read(Encoding.UTF8.GetBytes(text), "w.yml")
            .Findings.Where(finding => words.Exists(word => finding.Message.Contains(word, StringComparison.Ordinal)))
            .ToList();
        var expected = name == AgainstThePages ? 2 : one.GetProperty("expectedCount").GetInt32();
        return found.Count == expected ? "" : $"{name}: expected {expected}, found {string.Join("; ", found)}";
    }
}
