using Baton.Tests.Support;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>The workflow files that GitHub's own readers are held against.</summary>
public sealed class WorkflowParserConformanceTests
{
    // Cases that hold what is no longer so: https://github.blog/changelog/2025-09-18-actions-yaml-anchors-and-non-public-workflow-templates/
    private static readonly string[] Overtaken = ["errors-anchor-tag.yml"];

    [Fact]
    public void Every_case_of_the_language_services_comes_out_as_on_GitHub()
    {
        var cases = Directory
            .EnumerateFiles(ConformanceData.Folder("workflow-parser"), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(file => (File: Path.GetFileName(file), Case: ParserCase.Read(file)))
            .ToList();
        var other = cases.Where(one => IsOther(one.File, one.Case)).Select(one => one.File).ToList();
        var outcomes = cases
            .Where(one => !other.Contains(one.File))
            .Select(one => (one.File, one.Case.IsSkipped, Problem: ParserOutcome.Of(one.Case)))
            .ToList();
        var failed = outcomes.Where(one => one.Problem.Length > 0).Select(one => $"{one.File}: {one.Problem}").ToList();
        var marked = outcomes.Count(one => one.IsSkipped);
        Console.WriteLine(
            $"conformance: workflow-parser: {cases.Count} cases, {outcomes.Count - failed.Count} passed ({marked} of them marked for another reader), "
                + $"{other.Count} skipped because they are about the reference itself or about what has changed since ({string.Join(", ", other)}), {failed.Count} failed"
        );
        outcomes.ShouldNotBeEmpty();
        failed.ShouldBeEmpty();
    }

    private static bool IsOther(string file, ParserCase one) =>
        one.IsAboutItsMemory || one.IsAboutItsSlip || Overtaken.Contains(file);
}
