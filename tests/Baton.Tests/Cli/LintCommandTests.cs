using System.Text.Json;
using Baton.Cli;
using Baton.Tests.Support;

namespace Baton.Tests.Cli;

public sealed class LintCommandTests : IDisposable
{
    private const string Bad = "name: CI\non: [push, pull_request]\njobs: {a: {runs-on: x, steps: [{run: make}]}}\n";
    private readonly Desk desk = new();

    [Theory]
    [InlineData("lint", 1)]
    [InlineData("lint --ignore duplicate-start", 0)]
    [InlineData("lint --rule forced-push", 0)]
    [InlineData("lint --rule forced-pusch", 64)]
    [InlineData("lint nowhere.yml", 65)]
    [InlineData("lint .github/workflows/ci.yml", 1)]
    public async Task The_code_says_whether_something_was_found(string line, int code)
    {
        desk.Write(".github/workflows/ci.yml", Bad);
        (await Run(line)).ShouldBe(code);
    }

    [Fact]
    public async Task A_finding_stands_with_its_line_and_its_rule()
    {
        desk.Write(".github/workflows/ci.yml", Bad);
        await Run("lint");
        desk.Output.ShouldStartWith(
            ".github/workflows/ci.yml:2:12: warning: who pushes to the branch of an open pull request starts this workflow more than once"
        );
        desk.Output.ShouldContain("[duplicate-start]\n    2 | on: [push, pull_request]\n");
        desk.Complaints.ShouldBe("1 finding in 1 file\n");
    }

    [Theory]
    [InlineData("json", "findings")]
    [InlineData("sarif", "runs")]
    public async Task Programs_get_JSON(string format, string property)
    {
        desk.Write(".github/workflows/ci.yml", Bad);
        await Run($"lint --format {format}");
        using var json = JsonDocument.Parse(desk.Output);
        json.RootElement.GetProperty(property).GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("github", "::warning file=.github/workflows/ci.yml,line=2,col=12,title=baton%3A duplicate-start::who")]
    [InlineData("markdown", "| `.github/workflows/ci.yml:2` | duplicate-start | who")]
    public async Task Services_get_their_own_forms(string format, string expected)
    {
        desk.Write(".github/workflows/ci.yml", Bad);
        await Run($"lint --format {format}");
        desk.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task What_is_in_the_baseline_is_passed_over()
    {
        desk.Write(".github/workflows/ci.yml", Bad);
        (await Run("lint --write-baseline known")).ShouldBe(0);
        (await Run("lint --baseline known")).ShouldBe(0);
        (await Run("lint --baseline nowhere")).ShouldBe(65);
    }

    [Fact]
    public async Task Several_repositories_are_looked_at_each_for_itself()
    {
        desk.Write("one/.github/workflows/ci.yml", Bad);
        desk.Write("two/.github/workflows/ci.yml", Bad);
        (await Run("lint one two")).ShouldBe(1);
        desk.Output.ShouldContain("one/.github/workflows/ci.yml:2:12");
        desk.Output.ShouldContain("two/.github/workflows/ci.yml:2:12");
    }

    public void Dispose() => desk.Dispose();

    private async Task<int> Run(string line) =>
        await Entry.RunAsync(Baton.Cli.Commands.VerbTree.Root, line.Split(' '), desk.Surroundings);
}
