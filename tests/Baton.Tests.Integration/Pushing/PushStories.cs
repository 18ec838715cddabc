using Baton.Tests.Integration.Cli;

namespace Baton.Tests.Integration.Pushing;

/// <summary>`baton push`, as its users meet it.</summary>
public sealed class PushStories : IDisposable
{
    private readonly Machine machine = new();
    private readonly PushGround ground = new(("m.json", "{\"owner\":\"a\",\"n\":1}\n"), ("baton.yml", Settings));

    private const string Settings =
        "push: { rules: [ { paths: [m.json], resolve: json, keys: { owner: remote, n: sum } } ] }\n";

    public PushStories()
    {
        foreach (var (name, value) in ground.Ground.Environment.Where(one => one.Key != "PATH"))
            machine.Variables[name] = value;
        _ = ground.Git(ground.Ground[""], "clone", "-q", "--", ground.Remote, machine.Checkout);
    }

    public void Dispose()
    {
        machine.Dispose();
        ground.Dispose();
    }

    [Fact]
    public async Task A_push_tells_what_it_did_and_the_step_has_outputs()
    {
        Change("new", "1\n");
        machine.Variables["GITHUB_ACTIONS"] = "true";
        machine.Variables["GITHUB_OUTPUT"] = machine.At("outputs");
        machine.Variables["GITHUB_STEP_SUMMARY"] = machine.At("summary");
        var said = await machine.Run("push", "-m", "Update\n\nmore", "-s", "--author", "Ann <ann@x>");
        said.Code.ShouldBe(0, said.Errors);
        said.Output.ShouldEndWith(" pushed to main of origin");
        ground
            .OnRemote("log", "-1", "--format=%an %ae%n%B", "main")
            .ShouldStartWith("Ann ann@x\nUpdate\n\nmore\n\nSigned-off-by: Test <test@localhost>\nBaton-Push-Id: ");
        (await File.ReadAllTextAsync(machine.At("outputs"), TestContext.Current.CancellationToken)).ShouldContain(
            "pushed"
        );
        (await File.ReadAllTextAsync(machine.At("summary"), TestContext.Current.CancellationToken)).ShouldContain(
            "pushed to main"
        );
        (await machine.Run("push", "-m", "again")).Output.ShouldBe("nothing to commit: nothing changed");
    }

    [Fact]
    public async Task A_part_that_was_dropped_is_an_end_of_its_own_unless_it_is_allowed()
    {
        ground.Others(("m.json", "{\"owner\":\"them\",\"n\":2}\n"));
        Change("m.json", "{\"owner\":\"me\",\"n\":3}\n");
        var dry = await machine.Run("push", "-m", "x", "--dry-run");
        dry.Code.ShouldBe(85);
        dry.Output.ShouldContain("m.json: json, this run's change of owner was dropped");
        var said = await machine.Run("push", "-m", "x", "--json", "--allow", "partially-applied");
        said.Code.ShouldBe(0, said.Errors);
        JsonShape.Of(said.Output).ShouldBe(JsonShape.Shown("push --json"));
        ground.There("m.json").ShouldBe("{\"owner\":\"them\",\"n\":4}\n");
    }

    [Fact]
    public async Task A_conflict_shows_three_versions_and_what_would_settle_it()
    {
        ground.Others(("base", "others\n"));
        Change("base", "mine\n");
        var said = await machine.Run("push", "-m", "x");
        said.Code.ShouldBe(84);
        said.Errors.ShouldContain("not pushed: 1 path conflicts with main of origin");
        said.Output.ShouldContain(
            "base: both sides changed it (changed here, changed on the branch), and no rule means it"
        );
        said.Output.ShouldContain("a rule in baton.yml would settle it");
    }

    [Theory]
    [InlineData("the message is missing", "push")]
    [InlineData("'NAME <EMAIL>' was expected", "push", "-m", "x", "--author", "Ann")]
    [InlineData("\"no\" is not one of partially-applied, no-change", "push", "-m", "x", "--allow", "no")]
    [InlineData("it is empty", "push", "-m", " ")]
    public async Task What_is_said_wrongly_is_told(string why, params string[] words)
    {
        var said = await machine.Run(words);
        said.Code.ShouldBe(64);
        said.Errors.ShouldContain(why);
    }

    [Fact]
    public async Task A_path_that_looks_like_an_option_stands_behind_dashes()
    {
        Change("-rf", "1\n");
        (await machine.Run("push", "-m", "x", "--", "-rf")).Code.ShouldBe(0);
        ground.There("-rf").ShouldBe("1\n");
    }

    private void Change(string path, string text) => PushGround.Write(machine.Checkout, path, text);
}
