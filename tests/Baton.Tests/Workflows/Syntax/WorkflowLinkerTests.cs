using System.Text;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Workflows that call others.</summary>
public sealed class WorkflowLinkerTests
{
    private const string Inner = "jobs: { b: { runs-on: x } }\n";

    [Theory]
    [InlineData("", "on: push\n", "./b.yml:1:5: this workflow is called, but calls do not start it")]
    [InlineData(
        "",
        "on: { workflow_call: { inputs: { n: { type: number, required: true } } } }\n",
        "a.yml:4:11: the called workflow must be given the input \"n\""
    )]
    [InlineData("with: { N: 5 }", "on: { workflow_call: { inputs: { n: { type: number, required: true } } } }\n", null)]
    [InlineData(
        "with: { n: x }",
        "on: { workflow_call: { inputs: { n: { type: number } } } }\n",
        "a.yml:5:16: the input \"n\" is a number, but here it is \"x\""
    )]
    [InlineData(
        "with: { nn: 5 }",
        "on: { workflow_call: { inputs: { n: { type: number } } } }\n",
        "a.yml:5:17: the called workflow has no input \"nn\" (did you mean n?)"
    )]
    [InlineData(
        "",
        "on: { workflow_call: { secrets: { s: { required: true } } } }\n",
        "a.yml:4:11: the called workflow must be given the secret \"s\""
    )]
    [InlineData("secrets: inherit", "on: { workflow_call: { secrets: { s: { required: true } } } }\n", null)]
    [InlineData(
        "permissions: { issues: read }",
        "on: workflow_call\npermissions: { issues: write }\n",
        "a.yml:3:3: the called workflow asks for issues: write, but its caller has issues: read"
    )]
    [InlineData(
        "concurrency: g-${{ github.ref }}",
        "on: workflow_call\nconcurrency: G-${{ github.ref }}\n",
        "./b.yml:2:14: the group \"G-${{ github.ref }}\" is held by the caller, a.yml: a deadlock"
    )]
    [InlineData("", "on: workflow_call\nconcurrency: other\n", null)]
    public void What_does_not_fit_between_caller_and_called_is_found(string job, string head, string? expected)
    {
        var caller = $"on: push\njobs:\n  a:\n    uses: ./b.yml\n    {job}\n";
        var findings = Link(caller, ("./b.yml", head + Inner)).Findings;
        if (expected is null)
            findings.ShouldBeEmpty();
        else
            findings.ShouldHaveSingleItem().ToString().ShouldStartWith(expected);
    }

    [Fact]
    public void A_workflow_that_calls_itself_ends_at_the_limit()
    {
        const string Text = "on: [push, workflow_call]\njobs:\n  a:\n    uses: ./a.yml\n";
        Link(Text, ("./a.yml", Text))
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldContain("at most 9 called workflows");
    }

    [Fact]
    public void Calls_are_counted_before_they_are_too_many()
    {
        var all = string.Concat(Enumerable.Range(0, 10).Select(i => $"  a{i}: {{ uses: ./a.yml }}\n"));
        var text = $"on: [push, workflow_call]\njobs:\n{all}";
        var findings = Link(text, ("./a.yml", text)).Findings;
        findings.ShouldContain(finding => finding.Message == "there are more than 1000 calls in all");
    }

    [Fact]
    public void A_file_that_is_not_given_is_told_apart_from_a_wrong_one()
    {
        var linking = Link("on: push\njobs: { a: { uses: o/r/.github/workflows/w.yml@v1 } }\n");
        linking.Findings.ShouldBeEmpty();
        linking.Missing.ShouldHaveSingleItem().Id.Text.ShouldBe("a");
    }

    [Theory]
    [InlineData("./.github/workflows/a.yml", "Local { Path = .github/workflows/a.yml }")]
    [InlineData("$/.github/workflows/a.yaml", "Own { Path = .github/workflows/a.yaml }")]
    [InlineData(
        "o/r/.github/workflows/a.yml@v1",
        "Remote { Repository = o/r, Path = .github/workflows/a.yml, Ref = v1 }"
    )]
    [InlineData("o/r/.github/workflows/a.yml", null)]
    [InlineData("o/r@v1", null)]
    [InlineData("./a", null)]
    public void The_place_of_a_called_workflow_is_read(string uses, string? expected) =>
        CalledFile.Of(uses)?.ToString().ShouldBe(expected);

    private static Linking Link(string text, params (string Name, string Text)[] files)
    {
        var read = files.ToDictionary(
            file => file.Name,
            file => WorkflowReader.Read(Encoding.UTF8.GetBytes(file.Text), file.Name).Content
        );
        var workflow = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "a.yml").Content!;
        return WorkflowLinker.Link(workflow, uses => read.GetValueOrDefault(uses), CallRules.Standard);
    }
}
