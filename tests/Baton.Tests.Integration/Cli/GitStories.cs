using System.Globalization;
using System.Text;

namespace Baton.Tests.Integration.Cli;

/// <summary>Machines that share nothing but a git remote.</summary>
public sealed class GitStories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-test-");
    private readonly Machine _one = new(),
        _other = new();

    public GitStories()
    {
        Git(_one, $"init -q --bare {Remote}");
        foreach (var machine in (Machine[])[_one, _other])
        {
            machine.Variables["BATON_STORE"] = "git:origin";
            Git(machine, "init -q -b main .");
            Git(machine, $"remote add origin {Remote}");
        }
        File.WriteAllText(Path.Combine(_one.Checkout, "a"), "1");
        Git(_one, "add a");
        Git(_one, "-c user.name=T -c user.email=t@localhost commit -q -m first");
        Git(_one, "tag v1");
        Git(_one, "push -q origin main v1");
        Git(_other, "pull -q --tags origin main");
    }

    private string Remote => Path.Combine(_folder.FullName, "remote.git");

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        _folder.Delete(true);
    }

    [Fact]
    public async Task Two_machines_exclude_each_other_take_over_after_a_loss_and_leave_no_trace_in_the_clones()
    {
        var before = (Traces(_one), Traces(_other));
        var holder = _one.Start(
            "run",
            "--group",
            "g",
            "--lease",
            "5s",
            "--",
            "sh",
            "-c",
            "echo in $BATON_TOKEN; exec sleep 1000"
        );
        (await holder.Says("in ")).ShouldContain("in 1");
        var next = _other.Start(
            "run",
            "--group",
            "g",
            "--lock-delay",
            "0s",
            "--",
            "sh",
            "-c",
            "echo took $BATON_TOKEN"
        );
        await next.Complains("waiting");
        holder.Signal("KILL");
        var token = int.Parse((await next.End()).Output["took ".Length..], CultureInfo.InvariantCulture);
        token.ShouldBeGreaterThan(1);
        (Traces(_one), Traces(_other)).ShouldBe(before);
        Git(_one, $"--git-dir={Remote} for-each-ref --format=%(refname) refs/baton")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Length.ShouldBe(2);
        Git(_one, $"--git-dir={Remote} for-each-ref --format=%(refname) refs/heads refs/tags")
            .ShouldBe("refs/heads/main\nrefs/tags/v1\n");
        (await _other.Run("audit", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_holder_hears_from_another_machine_that_it_is_to_stop()
    {
        var holder = _one.Start(
            "run",
            "--group",
            "g",
            "--policy",
            "cancel-running",
            "--",
            "sh",
            "-c",
            "echo in; exec sleep 1000"
        );
        await holder.Says("in");
        var next = await _other.Run("run", "--group", "g", "--policy", "cancel-running", "--", "echo", "newer");
        next.Output.ShouldBe("newer");
        (await holder.End()).Code.ShouldBe(92);
    }

    [Fact]
    public async Task A_key_is_run_once_on_all_machines()
    {
        (await _one.Run("run", "--key", "k", "--key-window", "1h", "--", "echo", "done")).Output.ShouldBe("done");
        var again = await _other.Run("run", "--key", "k", "--key-window", "1h", "--", "echo", "twice");
        again.Output.ShouldBe("");
        again.Code.ShouldBe(0);
    }

    [Fact]
    public async Task Twelve_that_contend_are_all_served_one_at_a_time()
    {
        var log = Path.Combine(_folder.FullName, "log");
        Started[] all =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(at =>
                    (at % 2 == 0 ? _one : _other).Start(
                        "run",
                        "--group",
                        "g",
                        "--",
                        "sh",
                        "-c",
                        $"echo in $BATON_TOKEN >> {log}; echo out >> {log}"
                    )
                ),
        ];
        foreach (var one in all)
            (await one.End()).Code.ShouldBe(0);
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        lines.Where((_, at) => at % 2 == 0).ShouldAllBe(line => line.StartsWith("in "));
        lines.Where((_, at) => at % 2 == 1).ShouldAllBe(line => line == "out");
        var tokens = lines
            .Where((_, at) => at % 2 == 0)
            .Select(line => int.Parse(line["in ".Length..], CultureInfo.InvariantCulture))
            .ToList();
        tokens.Count.ShouldBe(12);
        tokens.ShouldBe(tokens.Order());
        (await _one.Run("audit", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_remote_that_is_not_there_is_an_error_before_anything_is_started()
    {
        Directory.Move(Remote, Remote + ".away");
        var end = await _one.Run("run", "--group", "g", "--", "echo", "unprotected");
        end.Output.ShouldBe("");
        end.Code.ShouldBe(69);
        Directory.Move(Remote + ".away", Remote);
    }

    /// <summary>All that somebody could see in a clone: status, branches, tags, other refs, settings.</summary>
    private static string Traces(Machine machine)
    {
        var seen = new StringBuilder();
        foreach (
            var look in (string[])
                [
                    "status --porcelain --ignored",
                    "for-each-ref",
                    "count-objects -v",
                    "config --list --local",
                    "stash list",
                ]
        )
            seen.AppendLine(Git(machine, look));
        return seen.ToString();
    }

    private static string Git(Machine machine, string arguments)
    {
        var end = machine.Launch("git", arguments.Split(' ')).End().GetAwaiter().GetResult();
        end.Code.ShouldBe(0, $"git {arguments}: {end.Errors}");
        return end.Output.Length == 0 ? "" : end.Output + "\n";
    }
}
