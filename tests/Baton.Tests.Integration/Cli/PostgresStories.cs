namespace Baton.Tests.Integration.Cli;

/// <summary>The program over a PostgreSQL, from the command line.</summary>
public sealed class PostgresStories : IAsyncLifetime
{
    private readonly Machine _machine = new();
    private PostgresServer? _server;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        _server = await PostgresServer.StartAsync(); // its own: it is restarted
        _machine.Variables["BATON_STORE"] = _server.Address("postgres");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _machine.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    [Fact]
    public async Task Processes_are_killed_and_the_server_restarts_and_nobody_overlaps_or_is_forgotten()
    {
        const int Groups = 3;
        const int InEach = 5;
        var holders = new List<Started>();
        for (var group = 0; group < Groups; group++)
            holders.Add(Run(group, $"echo in; read x <{_machine.Pipe($"gate{group}")}"));
        foreach (var holder in holders)
            await holder.Says("in");
        var waiting = new List<Started>();
        for (var run = 0; run < Groups * InEach; run++)
            waiting.Add(Run(run % Groups, Section(run % Groups, run)));
        foreach (var run in waiting)
            await run.Complains("waiting");
        waiting[0].Signal("KILL"); // one who waits in the first group, and who holds it
        holders[0].Signal("KILL");
        _server!.Restart();
        (await waiting[Groups].End()).Code.ShouldBe(0); // the next in that line
        _server.Restart("fast");
        for (var group = 1; group < Groups; group++)
            await _machine.Shell($"echo >{_machine.At($"gate{group}")}").End();
        foreach (var run in waiting.Skip(1).Concat(holders.Skip(1)))
            (await run.End()).ShouldSatisfyAllConditions(ended => ended.Code.ShouldBe(0, ended.Errors));
        File.Exists(_machine.At("overlaps")).ShouldBeFalse();
        (await File.ReadAllLinesAsync(_machine.At("through"))).Distinct().Count().ShouldBe(waiting.Count - 1);
        (await _machine.Run("audit", "verify")).Code.ShouldBe(0);
        var doctor = await _machine.Run("doctor");
        doctor.Output.ShouldContain("fsync is off"); // of this server it is true, and all that is wrong with it
        doctor.Output.ShouldContain("1 problem");
    }

    [Fact]
    public async Task A_holder_of_another_pid_namespace_that_falls_silent_is_lost_and_its_group_goes_on()
    {
        Assert.SkipUnless(Tool("unshare", "--fork", "--pid", "true"), "no pid namespace can be made here");
        string[] elsewhere = ["--fork", "--pid", "--kill-child", "--", .. Machine.CommandLine()];
        var holder = _machine.Launch(
            "unshare",
            [.. elsewhere, "run", "--group", "g0", "--lease", "5s", "--", "sh", "-c", "echo in; exec sleep 1000"]
        );
        await holder.Says("in");
        var next = Run(0, "echo next");
        await next.Complains("waiting");
        holder.Signal("KILL"); // and with it the whole namespace: nobody here can say so
        var ended = await next.End();
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Output.ShouldBe("next");
    }

    [Fact]
    public async Task A_password_in_the_variable_opens_the_store_and_is_shown_nowhere()
    {
        var secret = Uri.EscapeDataString(PostgresServer.Password);
        _machine.Variables["BATON_STORE"] = _server!
            .NetworkAddress("postgres")
            .Replace("baton@", $"baton:{secret}@", StringComparison.Ordinal);
        _machine.Variables["BATON_VERBOSE"] = "true";
        foreach (
            var verb in (string[][])
                [
                    ["doctor"],
                    ["status", "--json"],
                    ["run", "--key", "k", "--", "env"],
                ]
        )
        {
            var ended = await _machine.Run(verb);
            var said = ended.Output.Replace(
                $"BATON_STORE_PASSWORD={PostgresServer.Password}",
                "",
                StringComparison.Ordinal
            );
            (said + ended.Errors).ShouldNotContain(secret);
            (said + ended.Errors).ShouldNotContain(PostgresServer.Password);
        }
        string[] inner = [.. Machine.CommandLine(), "run", "--key", "m", "--", "echo", "in"];
        var nested = await _machine.Run(["run", "--key", "l", "--", .. inner]);
        nested.Output.ShouldBe("in");
        var argument = await _machine.Run("status", "--store", _machine.Variables["BATON_STORE"]);
        argument.Code.ShouldNotBe(0);
        argument.Errors.ShouldContain("password");
        argument.Errors.ShouldNotContain(secret);
    }

    private static bool Tool(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    // mkdir fails where somebody is already in.
    private string Section(int group, int run)
    {
        var inside = _machine.At($"in-{group}");
        return $"mkdir {inside} || echo overlap >>{_machine.At("overlaps")}; echo {run} >>{_machine.At("through")}; rmdir {inside}";
    }

    private Started Run(int group, string script) =>
        _machine.Start("run", "--group", $"g{group}", "--", "sh", "-c", script);
}
