using Baton.Tests.Workflows.Meetings;
using Baton.Workflows.Rules;

namespace Baton.Tests.Workflows.Rules;

/// <summary>Choosing, ignoring, passing over.</summary>
public sealed class LinterTests
{
    private const string Bad = """
        name: CI
        on: push
        jobs:
          a:
            runs-on: ubuntu-latest
            steps:
              - run: git push origin main || true COMMENT
        """;

    [Theory]
    [InlineData("", "swallowed-push")]
    [InlineData("# baton: ignore[swallowed-push] nobody needs that commit", "")]
    [InlineData("# baton: ignore[forced-push, swallowed-push] nobody needs that commit", "")]
    [InlineData("# baton: ignore[forced-push] another rule", "swallowed-push")]
    [InlineData("# baton: ignore[swallowed-push]", "syntax swallowed-push")]
    public void A_comment_with_a_reason_silences_a_rule_on_its_line(string comment, string expected)
    {
        var set = Sets.Of(Bad.Replace("COMMENT", comment, StringComparison.Ordinal));
        string.Join(' ', Linter.Lint(set, new LintChoice { Ignored = ["ungrouped-writer"] }).Select(one => one.Id))
            .ShouldBe(expected);
    }

    [Fact]
    public void A_comment_on_a_line_of_its_own_is_about_the_next_line()
    {
        var text = Bad.Replace("COMMENT", "", StringComparison.Ordinal)
            .Replace(
                "      - run",
                "      # baton: ignore[swallowed-push] so be it\n      - run",
                StringComparison.Ordinal
            );
        Linter.Lint(Sets.Of(text), new LintChoice { Rules = ["swallowed-push"] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_baseline_knows_its_findings_when_lines_move()
    {
        var before = Linter.Lint(Sets.Of(Bad), new LintChoice());
        var baseline = Baseline.Read(Baseline.Write(before));
        var after = Linter.Lint(Sets.Of("# moved\n\n" + Bad), new LintChoice());
        after.ShouldNotBeEmpty();
        after.ShouldAllBe(one => baseline.Knows(one));
        Baseline.Read("").Knows(after[0]).ShouldBeFalse();
    }

    [Fact]
    public void What_may_be_meant_so_is_for_the_strict()
    {
        var set = Sets.Of("name: CI\non: pull_request\njobs: {a: {runs-on: x, steps: [{run: make}]}}");
        Linter.Lint(set, new LintChoice()).ShouldBeEmpty();
        Linter
            .Lint(set, new LintChoice { Persona = Persona.Strict })
            .ShouldHaveSingleItem()
            .Id.ShouldBe("uncancelled-pull-request");
    }

    [Fact]
    public void A_file_that_GitHub_refuses_is_a_finding()
    {
        var found = Linter.Lint(Sets.Of("on: push\njobs: {a: {runs-on: x, step: []}}"), new LintChoice());
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(one => one.Id == "syntax");
    }
}
