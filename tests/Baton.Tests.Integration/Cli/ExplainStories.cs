namespace Baton.Tests.Integration.Cli;

/// <summary>What <c>baton explain --syntax</c> says, as a user sees it.</summary>
public sealed class ExplainStories : IDisposable
{
    private const string Caller = """
        name: Deploy
        on: push
        jobs:
          a: { uses: ./.github/workflows/ship.yml }
          b: { uses: acme/shared/.github/workflows/w.yml@v1 }
          c:
            runs-on: x
            steps:
              - runn: x
        """;

    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_shape_of_its_JSON_is_the_documented_one()
    {
        Put("deploy.yml", Caller);
        var ended = await _machine.Start("explain", "deploy.yml", "--syntax", "--json").End();
        ended.Code.ShouldBe(65, ended.Errors);
        JsonShape.Of(ended.Output).ShouldBe(JsonShape.Shown("explain"));
    }

    [Fact]
    public async Task Called_workflows_are_followed_where_their_files_are_known()
    {
        Put(".github/workflows/deploy.yml", Caller.Replace("runn:", "run:"));
        Put(".github/workflows/ship.yml", "on: workflow_call\njobs: { s: { runs-on: y, steps: [{ run: y }] } }");
        Put("w.yml", "on: workflow_call\njobs: { t: { runs-on: z, steps: [{ run: z }] } }");
        var ended = await _machine
            .Start(
                "explain",
                ".github/workflows/deploy.yml",
                "acme/shared/.github/workflows/w.yml@v1=w.yml",
                "--syntax"
            )
            .End();
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Output.ShouldContain("workflow ./.github/workflows/ship.yml");
        ended.Output.ShouldContain("runs-on: z");
        ended.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_token_may_do_that_no_file_says_counts_for_the_caller()
    {
        Put(
            ".github/workflows/ship.yml",
            "on: workflow_call\npermissions: { packages: write }\njobs: { s: { runs-on: y, steps: [{ run: y }] } }"
        );
        Put(".github/workflows/a.yml", "on: push\njobs: { a: { uses: ./.github/workflows/ship.yml } }");
        Put(
            ".github/workflows/b.yml",
            "on: push\npermissions: { contents: read }\njobs: { a: { uses: ./.github/workflows/ship.yml } }"
        );
        (await _machine.Run("explain", ".github/workflows/a.yml", "--syntax")).Code.ShouldBe(0);
        var said = await _machine.Run("explain", ".github/workflows/b.yml", "--syntax");
        said.Code.ShouldBe(65);
        said.Errors.ShouldContain("the called workflow asks for packages: write, but its caller has packages: none");
    }

    [Fact]
    public async Task The_settings_of_the_template_chooser_are_no_template()
    {
        Put(".github/ISSUE_TEMPLATE/config.yml", "blank_issues_enabled: false\n");
        var said = await _machine.Run("explain", ".github/ISSUE_TEMPLATE/config.yml", "--syntax");
        said.Code.ShouldBe(65);
        said.Errors.ShouldContain("it is no template, and starts nothing");
    }

    [Fact]
    public async Task A_path_that_leaves_the_repository_is_not_followed()
    {
        Put("../outside.yml", "on: workflow_call\njobs: { s: { runs-on: y, steps: [{ run: y }] } }");
        Put(".github/workflows/a.yml", "on: push\njobs: { a: { uses: ./../outside.yml } }");
        var ended = await _machine.Start("explain", ".github/workflows/a.yml", "--syntax").End();
        ended.Code.ShouldBe(0);
        ended.Errors.ShouldStartWith("not followed: ./../outside.yml");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        Put("large.yml", new string('#', 2_000_000));
        var ended = await _machine.Start("explain", "large.yml", "--syntax").End();
        ended.Code.ShouldBe(65);
        ended.Errors.ShouldContain("has 2000000 bytes; at most 1048576 are read");
    }

    [Theory]
    [InlineData(65, "explain", "nowhere.yml", "--syntax")]
    [InlineData(64, "explain", "deploy.yml")]
    [InlineData(64, "explain", "--syntax")]
    public async Task What_can_not_be_explained_ends_with_a_code(int code, params string[] arguments) =>
        (await _machine.Start(arguments).End()).Code.ShouldBe(code);

    private void Put(string name, string text)
    {
        var path = Path.Combine(_machine.Checkout, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
