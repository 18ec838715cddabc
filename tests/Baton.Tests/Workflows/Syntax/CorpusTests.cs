using System.Diagnostics;
using Baton.Tests.Support;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Files of real repositories, which GitHub takes: hardly anything may be found in them.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void The_files_of_real_repositories_are_read()
    {
        var folder = ConformanceData.Folder(Path.Combine("..", "corpus"));
        var files = Directory
            .EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(folder, path), Bytes: File.ReadAllBytes(path)))
            .ToList();
        var clock = Stopwatch.StartNew();
        var findings = files.SelectMany(file => Read(file.Path, file.Bytes)).ToList();
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        Console.WriteLine(
            $"corpus: {files.Count} files in {clock.Elapsed.TotalSeconds:F1} s, {errors} errors, {findings.Count - errors} warnings"
        );
        files.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Line >= 1 && finding.Column >= 1 && finding.Message.Length > 0);
        errors.ShouldBeLessThanOrEqualTo(files.Count / 100, string.Join('\n', findings));
    }

    private static IReadOnlyList<Finding> Read(string path, byte[] bytes)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (path.Contains("ISSUE_TEMPLATE", StringComparison.Ordinal))
            return name == "config"
                ? YamlReader.Read(bytes, path, YamlRules.Workflow).Findings
                : IssueTemplateReader.Read(bytes, path).Findings;
        return name == "action" ? ActionReader.Read(bytes, path).Findings : WorkflowReader.Read(bytes, path).Findings;
    }
}
