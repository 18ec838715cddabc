using System.Text;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Steps;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Actions, issue forms and issue templates.</summary>
public sealed class OtherFilesTests
{
    [Fact]
    public void A_composite_action_has_inputs_outputs_and_steps()
    {
        const string Text = """
            name: Build
            inputs:
              version: { required: true, default: '${{ github.ref }}' }
              plain:
            outputs:
              path: { value: '${{ steps.b.outputs.path }}' }
            runs:
              using: composite
              steps:
                - { id: b, run: make, shell: bash }
                - uses: actions/cache@v4
            """;
        var reading = ActionReader.Read(Encoding.UTF8.GetBytes(Text), "action.yml");
        reading.Findings.ShouldBeEmpty();
        var action = reading.Content!;
        action
            .Inputs.Select(input => (input.Name.Text, input.IsRequired))
            .ShouldBe([("version", true), ("plain", false)]);
        action.Outputs.ShouldHaveSingleItem().Name.Text.ShouldBe("path");
        action.Steps.Select(step => step.GetType()).ShouldBe([typeof(Step.Run), typeof(Step.Uses)]);
    }

    [Theory]
    [InlineData(
        "runs: { using: composite, steps: [{ run: x }] }",
        "1:35: a step that runs a command must have the key shell (an action must name it, as in shell: bash)"
    )]
    [InlineData("runs: { using: node20 }", "1:7: this action says neither its steps nor its code")]
    [InlineData("runs: { using: node99, main: x.js }", "1:16: using does not know \"node99\" (did you mean node24?)")]
    [InlineData(
        "runs: { using: composite, steps: [{ run: '${{ secrets.X }}', shell: sh }] }",
        "1:47: unrecognized named-value: 'secrets'"
    )]
    [InlineData("name: x", "1:1: an action must have the key runs")]
    public void A_mistake_in_an_action_is_found(string text, string expected) =>
        ActionReader
            .Read(Encoding.UTF8.GetBytes(text), "action.yml")
            .Findings.ShouldHaveSingleItem()
            .ToString()
            .ShouldStartWith($"action.yml:{expected}");

    [Theory]
    [InlineData("bug.yml", "name: Bug\ndescription: x\nlabels: [bug, needs triage]\nbody: []", "bug|needs triage")]
    [InlineData("bug.yml", "name: Bug\ndescription: x\nlabels: 'bug, needs triage,'\nbody: []", "bug|needs triage")]
    [InlineData("bug.md", "---\nname: Bug\nabout: x\nlabels: bug, help\n---\n# What\n: not: yaml", "bug|help")]
    [InlineData("bug.md", "\uFEFF---\nname: Bug\nlabels:\n---\ntext", "")]
    public void The_labels_of_an_issue_template_are_known(string file, string text, string labels)
    {
        var reading = IssueTemplateReader.Read(Encoding.UTF8.GetBytes(text), file);
        reading.Findings.ShouldBeEmpty();
        string.Join('|', reading.Content!.Labels).ShouldBe(labels);
    }

    [Fact]
    public void A_text_without_a_head_is_no_template()
    {
        var reading = IssueTemplateReader.Read("# What happened?"u8, "bug.md");
        reading.Content.ShouldBeNull();
        reading.Findings.ShouldBeEmpty();
    }
}
