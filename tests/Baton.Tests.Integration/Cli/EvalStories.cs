namespace Baton.Tests.Integration.Cli;

/// <summary>What <c>baton eval</c> says, as a user sees it.</summary>
public sealed class EvalStories : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_shape_of_its_JSON_is_the_documented_one()
    {
        var ended = await _machine.Start("eval", "'0' == 0", "--json", "--explain").End();
        ended.Code.ShouldBe(0, ended.Output);
        JsonShape.Of(ended.Output).ShouldBe(JsonShape.Shown("eval"));
    }

    [Fact]
    public async Task An_error_in_JSON_has_its_place_and_the_exit_code_says_so()
    {
        var ended = await _machine.Start("eval", "1 2", "--json").End();
        ended.Code.ShouldBe(65);
        ended.Output.ShouldBe(
            """{"error":{"kind":"parsing","message":"Unexpected symbol: '2'. Located at position 3 within expression: 1 2","position":3,"hint":null}}"""
        );
    }

    [Fact]
    public async Task Lines_are_answered_one_by_one()
    {
        var asked = """
            {"expr": "github.x", "contexts": {"github": {"x": [1, NaN, "\ud800"]}}}
            {"expr": "1 +"}

            nothing
            {"contexts": {}}
            {"expr": "common.a && success()"}
            """;
        Put("common.json", """{"common": {"a": 1}}""");
        var started = _machine.Start("eval", "--stdin", "--context", "common.json");
        await started.Input.WriteAsync(asked);
        var ended = await started.End();
        ended.Code.ShouldBe(65);
        ended
            .Output.Split('\n')
            .ShouldBe([
                """{"kind":"Array","value":[1,"NaN","\uFFFD"]}""",
                """{"error":{"kind":"lexing","message":"Unexpected symbol: '+'. Located at position 3 within expression: 1 +","position":3,"hint":"the language has no arithmetic"}}""",
                """{"error":{"kind":"input","message":"a value was expected","position":1,"hint":null}}""",
                """{"error":{"kind":"input","message":"an object like {\"expr\": \"…\", \"contexts\": {…}} was expected","position":1,"hint":null}}""",
                """{"kind":"Boolean","value":true}""",
            ]);
    }

    [Fact]
    public async Task An_event_gives_what_its_run_would_get_and_nothing_is_guessed()
    {
        Put("pull.json", """{"number": 7, "pull_request": {"number": 7, "head": {"ref": "topic"}}}""");
        string[] given = ["--event", "pull_request", "--type", "opened", "--payload", "pull.json", "--json"];
        (
            await _machine.Start(["eval", "format('{0} {1}', github.ref, github.event.action)", .. given]).End()
        ).Output.ShouldBe("""{"kind":"String","value":"refs/pull/7/merge opened"}""");
        var unknown = await _machine.Start(["eval", "a-${{ github.head_ref && github.sha }}", .. given]).End();
        unknown.Code.ShouldBe(65);
        unknown.Output.ShouldContain("github.sha is not known");
        unknown.Output.ShouldContain("\"position\":26,");
        Put("known.json", """{"github": {"sha": "1f"}}""");
        (await _machine.Start(["eval", "github.sha", "--context", "known.json", .. given]).End()).Output.ShouldBe(
            """{"kind":"String","value":"1f"}"""
        );
    }

    [Theory]
    [InlineData("--event needs the payload", "--event", "push")]
    [InlineData("--event NAME is missing", "--payload", "pull.json")]
    [InlineData("did you mean issues?", "--event", "isues", "--payload", "pull.json")]
    [InlineData("did you mean opened?", "--event", "issues", "--type", "opend", "--payload", "pull.json")]
    [InlineData("push has no types", "--event", "push", "--type", "opened", "--payload", "pull.json")]
    public async Task An_event_that_GitHub_does_not_have_is_refused(string message, params string[] given)
    {
        Put("pull.json", "{}");
        var ended = await _machine.Start(["eval", "1", .. given]).End();
        ended.Code.ShouldBe(64);
        ended.Errors.ShouldContain(message);
    }

    [Theory]
    [InlineData("true", "success", "true")]
    [InlineData("true", "failure", "false")]
    [InlineData("failure() && 'x'", "failure", "true")]
    [InlineData("${{ false }}", "success", "false")]
    [InlineData("${{ false }} x", "success", "true")]
    [InlineData("${{ false }} x", "failure", "false")]
    public async Task A_condition_has_the_success_that_nobody_writes(string condition, string status, string runs)
    {
        var ended = await _machine.Start("eval", "--if", condition, "--status", status).End();
        ended.Output.ShouldBe(runs);
    }

    [Fact]
    public async Task Files_are_hashed_as_GitHub_hashes_them()
    {
        Put("work/a.txt", "one");
        Put("work/b/c.txt", "two");
        var ended = await _machine.Start("eval", "hashFiles('**/*.txt')", "--files", "work").End();
        // (sha256sum's bytes of "one" and of "two") | sha256sum
        ended.Output.ShouldBe("'11914c19a28a98c57d12f3cce6c32b7944784f4b4781a706c24eb1dc284e2856'");
    }

    [Fact]
    public async Task Contexts_that_are_no_JSON_are_told_with_their_place()
    {
        Put("bad.json", "{\n  \"github\": {]\n}");
        var ended = await _machine.Start("eval", "1", "--context", "bad.json").End();
        ended.Code.ShouldBe(65);
        ended.Errors.ShouldContain("bad.json can't be read: line 2, column 14: the name of a property was expected");
    }

    [Fact]
    public async Task Both_an_expression_and_lines_are_refused()
    {
        (await _machine.Start("eval", "1", "--stdin").End()).Code.ShouldBe(64);
        (await _machine.Start("eval").End()).Errors.ShouldContain("EXPR is missing");
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(_machine.Checkout, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
