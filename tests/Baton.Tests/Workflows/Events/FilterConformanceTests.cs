using System.Text.Json;
using Baton.Tests.Support;
using Baton.Workflows.Events.Filters;

namespace Baton.Tests.Workflows.Events;

/// <summary>The patterns of filters, held against the cases of other programs.</summary>
public sealed class FilterConformanceTests
{
    [Fact]
    public void Lists_of_patterns_let_through_what_they_let_through_elsewhere()
    {
        var cases = Read("match_pattern_cases.json").EnumerateArray().ToList();
        var failed = cases.Where(given => Outcome(given) != Expected(given)).Select(given => given.ToString()).ToList();
        Print("filters", cases.Count, failed.Count);
        failed.ShouldBeEmpty();
    }

    [Fact]
    public void Patterns_are_refused_where_they_are_refused_elsewhere()
    {
        var groups = Read("glob_cases.json").EnumerateObject().ToDictionary(group => group.Name, group => group.Value);
        var outcomes = groups
            .SelectMany(group => group.Value.EnumerateArray().SelectMany(given => Check(group.Key, given)))
            .ToList();
        var failed = outcomes.Where(outcome => outcome.Length > 0).ToList();
        Print("patterns", outcomes.Count, failed.Count);
        failed.ShouldBeEmpty();
    }

    // Whether the filters would skip the run: skipResult is that of "paths", filterResult that of "paths-ignore".
    private static (bool, bool) Outcome(JsonElement given)
    {
        var patterns = Texts(given, "patterns");
        var inputs = Texts(given, "inputs");
        return (Skips("paths", patterns, inputs), Skips("paths-ignore", patterns, inputs));
    }

    private static bool Skips(string filter, string[] patterns, string[] inputs) =>
        patterns.Length > 0 && !inputs.Any(NameFilter.Of(filter, patterns)!.Passes);

    private static (bool, bool) Expected(JsonElement given) =>
        (given.GetProperty("skipResult").GetBoolean(), given.GetProperty("filterResult").GetBoolean());

    private static string[] Texts(JsonElement given, string name) =>
        [.. given.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    // Nothing for each subject that comes out as it should, else what is wrong.
    private static IEnumerable<string> Check(string group, JsonElement given) =>
        group switch
        {
            "TestValidateGlobOK" => [Fine(given, GlobSubject.Ref), Fine(given, GlobSubject.Path)],
            "TestValidateGlobPathOnlyOK" => [Fine(given, GlobSubject.Path)],
            "TestValidateGlobSyntaxError" => [Wrong(given, GlobSubject.Ref), Wrong(given, GlobSubject.Path)],
            "TestValidateGlobErrorColumn" => [Column(given)],
            "TestValidateGlobQuoteCharacterInErrorMessage" => [Quoted(given)],
            "TestValidateInvalidPathGlobError" => [Wrong(given, GlobSubject.Path)],
            "TestValidateGlobGitRefNameInvalidCharacter" => [Wrong(given, GlobSubject.Ref)],
            _ => [],
        };

    private static string Fine(JsonElement given, GlobSubject subject) =>
        Problems(given.GetString()!, subject) is [{ } first, ..] ? $"{subject} {given}: {first.Message}" : "";

    private static string Wrong(JsonElement given, GlobSubject subject) =>
        Problems(given.GetProperty("input").GetString()!, subject) is [] ? $"{subject} {given}: nothing was found" : "";

    private static string Column(JsonElement given)
    {
        var found = Problems(given.GetProperty("input").GetString()!, GlobSubject.Ref)[0].Column;
        return found == given.GetProperty("col").GetInt32() ? "" : $"{given}: column {found}";
    }

    private static string Quoted(JsonElement given)
    {
        var problem = Problems(given.GetProperty("input").GetString()!, GlobSubject.Ref)[0];
        return problem.Message.Contains(given.GetProperty("expected").GetString()!, StringComparison.Ordinal)
            ? ""
            : $"{given}: {problem.Message}";
    }

    private static IReadOnlyList<GlobProblem> Problems(string pattern, GlobSubject subject) =>
        Glob.Read(pattern, subject).Problems;

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ConformanceData.Folder("filters"), file))).RootElement;

    private static void Print(string what, int count, int failed) =>
        Console.WriteLine($"conformance: {what}: {count} cases, {count - failed} passed, 0 skipped, {failed} failed");
}
