namespace Baton.Tests.Integration.Pushing;

/// <summary>`baton git`, as its users meet it.</summary>
public sealed class GitVerbStories : IDisposable
{
    private readonly Machine machine = new();
    private readonly PushGround ground = new(("a", "1\n"));

    public GitVerbStories()
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
    public async Task A_commit_push_waits_for_the_group_of_its_branch()
    {
        var holder = machine.Start("run", "--group", "push-main", "--", "sh", "-c", "echo in; cat >/dev/null");
        await holder.Says("in");
        Change("mine\n");
        var push = machine.Start("git", "commit-push", "Update a", "a");
        await push.Complains("waiting, place 1");
        ground.OnRemote("log", "-1", "--format=%s", "main").ShouldBe("first");
        holder.Input.Close();
        (await push.End()).Code.ShouldBe(0);
        ground.OnRemote("log", "-1", "--format=%s", "main").ShouldBe("Update a");
    }

    [Fact]
    public async Task Inside_of_a_run_that_holds_the_group_it_joins()
    {
        Change("mine\n");
        string[] push = [.. Machine.CommandLine(), "push", "-m", "joined", "--group", "data"];
        var said = await machine.Run(["run", "--group", "data", "--", .. push]);
        said.Code.ShouldBe(0, said.Errors);
        ground.OnRemote("log", "-1", "--format=%s", "main").ShouldBe("joined");
    }

    [Fact]
    public async Task A_push_that_does_not_get_its_group_pushes_nothing()
    {
        var holder = machine.Start("run", "--group", "push-main", "--", "sh", "-c", "echo in; cat >/dev/null");
        await holder.Says("in");
        Change("mine\n");
        var said = await machine.Run("git", "commit-push", "never", "--max-wait", "0s");
        said.Code.ShouldBe(75, said.Errors);
        ground.OnRemote("log", "-1", "--format=%s", "main").ShouldBe("first");
    }

    [Fact]
    public async Task A_push_under_a_group_with_a_fence_moves_it()
    {
        Change("mine\n");
        var said = await machine.Run("push", "-m", "fenced", "--group", "data", "--fence", "origin");
        said.Code.ShouldBe(0, said.Errors);
        ground.OnRemote("for-each-ref", "refs/baton/fence").ShouldNotBe("");
        (await machine.Run("push", "-m", "x", "--fence", "origin")).Code.ShouldBe(64);
    }

    [Fact]
    public async Task What_coordinate_keeps_is_free_after_release()
    {
        machine.Variables["GITHUB_ACTIONS"] = "true";
        var granted = await machine.Run("git", "coordinate", "--follow", "none", "--json");
        granted.Code.ShouldBe(0, granted.Errors);
        (await machine.Run("run", "--group", "push-main", "--max-wait", "0s", "--", "true")).Code.ShouldBe(75);
        var run = System.Text.Json.JsonDocument.Parse(granted.Output).RootElement;
        string[] words = [run.GetProperty("run_id").GetString()!, "--token", $"{run.GetProperty("token").GetInt64()}"];
        (await machine.Run(["release", .. words])).Code.ShouldBe(0);
        (await machine.Run("run", "--group", "push-main", "--max-wait", "0s", "--", "true")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task To_wait_is_over_when_those_of_a_higher_priority_are_through()
    {
        (await machine.Run("git", "wait")).Code.ShouldBe(0);
        string[] run = ["run", "--group", "push-main", "--priority", "80", "--", "sh", "-c", "echo in; cat >/dev/null"];
        var holder = machine.Start(run);
        await holder.Says("in");
        (await machine.Run("git", "wait", "--priority", "80")).Code.ShouldBe(0);
        (await machine.Run("git", "wait", "--priority", "40", "--max-wait", "1s")).Code.ShouldBe(75);
        var waits = machine.Start("git", "wait", "--priority", "40");
        await waits.Complains("waiting for 1 of a higher priority than 40");
        holder.Signal("KILL"); // nobody else looks after it
        (await waits.End()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_emergency_passes_a_pause_keeps_a_backup_and_is_in_the_audit()
    {
        ground.Others(("o", "others\n"));
        var before = ground.OnRemote("rev-parse", "main");
        (await machine.Run("pause", "push-main", "--reason", "freeze")).Code.ShouldBe(0);
        Change("mine\n");
        (await machine.Run("git", "emergency-commit-push", "now")).Code.ShouldBe(64);
        var said = await machine.Run("git", "emergency-commit-push", "now", "--reason", "prices are wrong");
        said.Code.ShouldBe(0, said.Errors);
        ground.OnRemote("log", "--reverse", "--format=%s", "main").Replace('\n', '|').ShouldBe("first|others|now");
        ground.OnRemote("for-each-ref", "--format=%(objectname)", "refs/baton/backup").ShouldBe(before);
        said.Output.ShouldContain("is where the branch was");
        (await machine.Run("audit", "list")).Output.ShouldContain("prices are wrong");
    }

    [Fact]
    public async Task A_remote_is_tried_and_what_it_does_not_do_is_told()
    {
        (await machine.Run("git", "test")).Output.ShouldContain("refs can be made, moved together");
        ground.OnRemote("for-each-ref", "refs/baton").ShouldBe("");
        _ = ground.OnRemote("config", "receive.hideRefs", "refs/baton");
        (await machine.Run("git", "test")).Code.ShouldBe(83);
        (await machine.Run("git", "validate")).Code.ShouldBe(83);
    }

    private void Change(string text) => PushGround.Write(machine.Checkout, "a", text);
}
