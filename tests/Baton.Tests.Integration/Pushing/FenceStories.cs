using System.Globalization;
using System.Text.Json;
using Baton.Runtime.Fencing;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Pushing;

/// <summary>
/// A holder that sleeps past the end of its lease, and writes when it wakes. What the holder started on this machine is
/// ended before the next one starts; so its push is one that nobody here could end, as on another machine: it knows the
/// run by its environment only.
/// </summary>
public sealed class FenceStories : IDisposable
{
    private readonly Machine machine = new();
    private readonly PushGround ground = new(("data", "first\n"), ("baton.yml", Settings));
    private readonly SharedPostgres postgres;

    private const string Settings = "push: { rules: [ { paths: [data], resolve: mine } ] }\n";

    // It is renewed after a third: nobody is stopped in the middle of a word to the store.
    private const string Lease = "9s";

    public FenceStories(SharedPostgres postgres)
    {
        this.postgres = postgres;
        foreach (var (name, value) in ground.Ground.Environment.Where(one => one.Key != "PATH"))
            machine.Variables[name] = value;
        _ = ground.Git(ground.Ground[""], "clone", "-q", "--", ground.Remote, machine.Checkout);
    }

    public void Dispose()
    {
        machine.Dispose();
        ground.Dispose();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("git")]
    [InlineData("postgres")]
    public async Task A_holder_that_slept_is_refused_though_the_next_has_pushed_nothing(string store)
    {
        await Use(store);
        var late = await Overtake("--fence", "origin");
        var before = ground.OnRemote("rev-parse", "main");
        PushGround.Write(machine.Checkout, "data", "late\n");

        var said = await machine.Start(late, "push", "-m", "late", "--json").End();

        said.Code.ShouldBe(90, said.Output + said.Errors);
        said.Errors.ShouldContain("overtaken");
        JsonDocument.Parse(said.Output).RootElement.GetProperty("outcome").GetString().ShouldBe("overtaken");
        ground.OnRemote("rev-parse", "main").ShouldBe(before);
        (await File.ReadAllTextAsync(Path.Combine(machine.Checkout, "data"))).ShouldBe("late\n");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("git")]
    [InlineData("postgres")]
    public async Task Without_a_fence_it_overwrites(string store)
    {
        await Use(store);
        var late = await Overtake();
        ground.Others(("data", "next\n"));
        PushGround.Write(machine.Checkout, "data", "late\n");

        var said = await machine.Start(late, "push", "-m", "late").End();

        said.Code.ShouldBe(0, said.Errors);
        ground.There("data").ShouldBe("late\n");
    }

    [Fact]
    public async Task One_that_slept_in_the_middle_of_its_push_is_refused_by_the_server()
    {
        var (reached, gate) = (machine.Pipe("reached"), machine.Pipe("gate"));
        var holder = await Hold("--fence", "origin");
        PushRemoteTests.Impostor(
            ground,
            $"if [ \"$is\" = push ]; then echo push >>{machine.At("pushes")}; echo x >{reached}; read x <{gate}; fi"
        );
        PushGround.Write(machine.Checkout, "data", "late\n");
        var late = machine.Start(
            Environment(holder).Append(new("PATH", ground.Ground.Environment["PATH"])).ToDictionary(),
            "push",
            "-m",
            "late",
            "--json"
        );
        await machine.Shell($"cat {reached}").Says("x");
        holder.Signal("KILL");
        (await machine.Run("run", "--group", "data", "--fence", "origin", "--", "true")).Code.ShouldBe(0);
        var before = ground.OnRemote("rev-parse", "main");
        await machine.Shell($"echo go >{gate}").End();

        var said = await late.End();

        said.Code.ShouldBe(90, said.Output + said.Errors);
        (await File.ReadAllLinesAsync(machine.At("pushes"))).Length.ShouldBe(1); // and it was the server that said no
        ground.OnRemote("rev-parse", "main").ShouldBe(before);
    }

    [Fact]
    public async Task Who_holds_pushes_as_often_as_it_likes_and_the_fence_moves_with_each()
    {
        var push = $"{string.Join(' ', Machine.CommandLine())} push";
        var script = "for i in 1 2 3; do echo $i >data; " + push + " -m $i; done";
        var said = await machine.Run("run", "--group", "data", "--fence", "origin", "--", "sh", "-ec", script);
        said.Code.ShouldBe(0, said.Errors);
        ground.OnRemote("log", "--reverse", "--format=%s", "main").Replace('\n', '|').ShouldBe("first|1|2|3");
        Mark("data").Counter.ShouldBe(3);
        ground.Git(machine.Checkout, "for-each-ref").ShouldNotContain("fence");
    }

    [Fact]
    public async Task A_store_that_does_not_know_of_another_is_given_a_larger_token_and_warns()
    {
        for (var i = 0; i < 3; i++)
            (await Run("a", "true")).Code.ShouldBe(0);
        var before = Mark("data").Token;

        var said = await Run("b", "echo $BATON_TOKEN");

        said.Code.ShouldBe(0, said.Errors);
        said.Errors.ShouldContain("another store guards the same target");
        long.Parse(said.Output, CultureInfo.InvariantCulture).ShouldBe(before + 1);
        Mark("data").Token.ShouldBe(before + 1);
        (await machine.Run("audit", "list", "--store", StoreAt("b"))).Output.ShouldContain("token");
        (await Run("a", "true")).Errors.ShouldContain("another store guards the same target");
    }

    [Fact]
    public async Task A_command_is_not_started_where_the_fence_cannot_be_moved()
    {
        _ = ground.OnRemote("config", "receive.hideRefs", "refs/baton");
        var said = await machine.Run("run", "--group", "data", "--fence", "origin", "--", "echo", "ran");
        said.Code.ShouldBe(87, said.Errors);
        said.Output.ShouldBe("");
        said.Errors.ShouldContain("granted, and not started: the fence can't be moved");
        (await machine.Run("run", "--group", "data", "--", "echo", "ran")).Output.ShouldBe("ran");
    }

    [Fact]
    public async Task A_kept_run_tells_its_fences_to_the_steps_to_come()
    {
        await File.WriteAllTextAsync(
            Path.Combine(machine.Checkout, "baton.yml"),
            "groups: { data: { fence: origin } }\n"
        );
        var granted = await machine.Run("acquire", "--group", "data", "--follow", "none", "--json");
        granted.Code.ShouldBe(0, granted.Errors);
        var fences = JsonDocument.Parse(granted.Output).RootElement.GetProperty("fences").GetString()!;
        FencePass.Read(fences).Count.ShouldBe(1);
        PushGround.Write(machine.Checkout, "data", "step\n");
        var step = new Dictionary<string, string> { [FencePass.Variable] = fences };
        (await machine.Start(step, "push", "-m", "step", "data").End()).Code.ShouldBe(0);
        Mark("data").Counter.ShouldBe(1);
    }

    [Fact]
    public async Task A_push_to_where_the_fence_is_not_says_so()
    {
        var other = ground.Ground.Bare("other.git");
        _ = ground.Git(machine.Checkout, "push", "-q", other, "HEAD:main");
        var holder = await Hold("--fence", "origin");
        PushGround.Write(machine.Checkout, "data", "x\n");
        var said = await machine.Start(Environment(holder), "push", "-m", "x", "--remote", other).End();
        said.Code.ShouldBe(0, said.Errors);
        said.Errors.ShouldContain("the run's fence is at another remote");
    }

    // A holder whose lease is over while it sleeps, and one that came after it; gives the environment of the first.
    private async Task<Dictionary<string, string>> Overtake(params string[] fence)
    {
        var holder = await Hold(fence);
        await TakeOver(holder, fence);
        return Environment(holder);
    }

    private async Task<Started> Hold(params string[] fence)
    {
        var file = machine.At("held");
        string[] command = ["sh", "-c", $"echo \"$BATON_FENCES\" >{file}; echo in; exec sleep 1000"];
        var holder = machine.Start(["run", "--group", "data", "--lease", Lease, .. fence, "--", .. command]);
        await holder.Says("in");
        return holder;
    }

    private async Task TakeOver(Started holder, params string[] fence)
    {
        holder.Signal("STOP");
        var next = await machine.Run(["run", "--group", "data", .. fence, "--", "true"]);
        next.Code.ShouldBe(0, next.Errors);
    }

    private Dictionary<string, string> Environment(Started holder)
    {
        holder.Pid.ShouldBeGreaterThan(0);
        return new() { [FencePass.Variable] = File.ReadAllText(machine.At("held")).Trim() };
    }

    private Task<Ended> Run(string store, string script) =>
        machine.Run("run", "--store", StoreAt(store), "--group", "data", "--fence", "origin", "--", "sh", "-c", script);

    private string StoreAt(string name) => $"sqlite:{machine.At(name + ".db")}";

    private FenceMark Mark(string group) =>
        FenceMark.Read(
            ground.OnRemote("log", "-1", "--format=%B", FenceName.Of(machine.Variables["BATON_SCOPE"], group))
        )!;

    private async Task Use(string store)
    {
        if (store == "git")
            machine.Variables["BATON_STORE"] = "git:origin";
        if (store == "postgres")
        {
            var server = await postgres.ServerAsync();
            machine.Variables["BATON_STORE"] = server.Address(await server.MakeDatabaseAsync());
        }
    }
}
