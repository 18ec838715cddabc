using System.Text;
using Baton.Tests.Support;
using Baton.Workflows.Events;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Events;

public sealed class TriggerFindingsTests
{
    [Fact]
    public void Patterns_and_times_are_found_with_their_places()
    {
        var found = Find(
            """
            on:
              push:
                branches: [main, 'v[0-9.]']
                branches-ignore: [x]
                tags:
                  - "!v1"
                paths-ignore: ['!a']
              schedule:
                - cron: '* * * * *'
                - cron: '0 25 * * *'
                - cron: '0 0 * * SUN'
                - cron: "0 0 * * 0"
                - cron: "0 0 30 2 *"
              issues:
                branches: ['[']
            """
        );
        found.ShouldBe([
            "3:5 Error branches and branches-ignore can't stand together",
            "3:28 Error '.' can't stand in brackets",
            "5:5 Warning tags only leaves out, so nothing gets through",
            "7:21 Warning GitHub doesn't say what '!' means in paths-ignore",
            "9:13 Warning \"* * * * *\" comes more often than every five minutes, and GitHub starts it no oftener",
            "10:16 Error \"25\" is no hour",
            "12:13 Warning \"0 0 * * 0\" comes at the same times as \"0 0 * * SUN\"",
            "13:13 Warning \"0 0 30 2 *\" never comes",
        ]);
    }

    [Fact]
    public void The_files_of_real_repositories_have_no_wrong_pattern_or_time()
    {
        var folder = ConformanceData.Folder(Path.Combine("..", "corpus"));
        var files = Directory
            .EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
            .Where(path => path.Contains("workflows"))
            .ToList();
        var found = files
            .Select(path => (Path: path, Reading: WorkflowReader.Read(File.ReadAllBytes(path), path)))
            .Where(file => file.Reading.Content is not null)
            .SelectMany(file => TriggerFindings.Of(file.Reading.Content!, file.Reading.Document))
            .ToList();
        Console.WriteLine($"corpus: triggers of {files.Count} files, {found.Count} findings");
        found.Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
    }

    [Fact]
    public void Reading_a_workflow_finds_them_too()
    {
        var text = "on:\n  push:\n    branches: ['a[-]']\njobs:\n  a:\n    runs-on: x\n    steps: [{run: x}]\n";
        WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Findings.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    private static IEnumerable<string> Find(string on)
    {
        var text = on + "\njobs:\n  a:\n    runs-on: x\n    steps: [{run: x}]\n";
        var reading = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml");
        return TriggerFindings
            .Of(reading.Content!, reading.Document)
            .Select(finding => $"{finding.Line}:{finding.Column} {finding.Severity} {finding.Message}");
    }
}
