using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

[Collection(WholeMachine.Name)]
public sealed class ChildProcessTests : IDisposable
{
    private readonly Playground _ground = new();

    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("exit 255", 255)]
    [InlineData("kill -KILL $$", 137)]
    [InlineData("kill -TERM $$", 143)]
    [InlineData("kill -PIPE $$", 141)]
    public void The_exit_code_is_the_childs(string script, int code) =>
        _ground.AwaitEnd(_ground.Start("code", script)).ExitCode.ShouldBe(code);

    [Fact]
    public void A_program_that_is_not_there_is_127()
    {
        var refused = _ground.Try("r", "no-such-program-here", "x").ShouldBeOfType<ChildStart.Refused>();
        refused.ExitCode.ShouldBe(127);
        refused.Message.ShouldContain("no-such-program-here");
        _ground.Try("r", _ground.Folder + "/absent").ShouldBeOfType<ChildStart.Refused>().ExitCode.ShouldBe(127);
    }

    [Fact]
    public void A_program_that_can_not_be_executed_is_126()
    {
        var plain = Write("plain", "text", "600");
        _ground.Try("r", plain).ShouldBeOfType<ChildStart.Refused>().Message.ShouldContain(plain);
        _ground.Try("r", plain).ShouldBeOfType<ChildStart.Refused>().ExitCode.ShouldBe(126);
        _ground.Try("r", _ground.Folder).ShouldBeOfType<ChildStart.Refused>().ExitCode.ShouldBe(126);
        var orphan = Write("orphan", "#!/no/such/interpreter\n", "700");
        _ground.Try("r", orphan).ShouldBeOfType<ChildStart.Refused>().Message.ShouldContain("interpreter");
    }

    [Fact]
    public void A_script_without_a_first_line_is_the_shells() =>
        _ground.AwaitEnd(_ground.Start("script", Write("script", "exit 9\n", "700"), "x")).ExitCode.ShouldBe(9);

    [Fact]
    public void The_arguments_arrive_as_they_are()
    {
        string[] hostile = ["", " ", "$(touch x)", "`id`", "a\"b'c", "line\nbreak", "*", "-n", "ü€😀", ";|&"];
        var child = _ground.Start("args", ["sh", "-c", "printf '%s\\0' \"$@\" > \"$FOLDER/out\"", "sh", .. hostile]);
        _ground.AwaitEnd(child).ExitCode.ShouldBe(0);
        File.ReadAllText(Path.Combine(_ground.Folder, "out")).Split('\0')[..^1].ShouldBe(hostile);
    }

    [Fact]
    public void A_nul_or_an_empty_command_is_refused()
    {
        _ = Should.Throw<ArgumentException>(() => _ground.Try("r", "echo", "a\0b"));
        _ = Should.Throw<ArgumentException>(() => _ground.Try("r"));
        _ = Should.Throw<ArgumentException>(() => _ground.Try("r", ""));
    }

    [Fact]
    public void The_child_has_the_marker_and_nothing_of_ours_but_its_standard_streams()
    {
        using var bell = Bell.Create(_ground.Folder, "secret");
        using var signals = Signals.Catch();
        var child = _ground.Start(
            "fds",
            "env > \"$FOLDER/env\"; ls -l /proc/$$/fd > \"$FOLDER/fds\"; grep SigIgn /proc/$$/status > \"$FOLDER/ignored\""
        );
        _ground.AwaitEnd(child).ExitCode.ShouldBe(0);
        File.ReadAllLines(Path.Combine(_ground.Folder, "env")).ShouldContain("BATON_TREE_fds=1");
        File.ReadAllText(Path.Combine(_ground.Folder, "fds")).ShouldNotContain(".bell");
        var ignored = Convert.ToUInt64(
            File.ReadAllText(Path.Combine(_ground.Folder, "ignored")).Split('\t')[1].Trim(),
            16
        );
        (ignored & (1UL << 12)).ShouldBe(0UL, "SIGPIPE");
    }

    [Fact]
    public void A_child_that_ends_on_request_is_not_killed()
    {
        var child = _ground.Start("asked", "trap 'exit 3' TERM; printf . > \"$READY\"; while :; do sleep 0.05; done");
        _ground.AwaitReady();
        child.Stop(Playground.Bound, _ground.Clock).ShouldBeGone();
        child.Collect().ShouldBe(new ChildEnd.Exited(3));
    }

    [Fact]
    public void A_child_that_ignores_the_request_is_killed_with_all_it_started()
    {
        var child = _ground.Start(
            "deaf",
            "trap '' TERM; setsid sleep 1000 & echo $! > \"$FOLDER/pid\"; printf . > \"$READY\"; while :; do sleep 1000; done"
        );
        _ground.AwaitReady();
        var process = _ground.Written("pid");
        child.Stop(TimeSpan.FromMilliseconds(100), _ground.Clock).ShouldBeGone();
        child.Collect().ShouldBe(new ChildEnd.Signalled(9));
        _ = process.Look().ShouldBeOfType<Liveness.Dead>();
    }

    [Fact]
    public void A_wait_tells_what_happened_first()
    {
        using var bell = Bell.Create(_ground.Folder, "a");
        var child = _ground.Start("wait", "printf . > \"$READY\"; read -r line < \"$FOLDER/go\"; exit 5");
        _ground.AwaitReady();
        _ = Bell.Ring(bell.Path);
        _ground.Waiter.Wait([child, bell], Playground.Bound).ShouldContain(bell);
        _ = bell.Silence();
        _ground.AwaitEnd(child);
        _ground.Waiter.Wait([child, bell], Playground.Bound).ShouldBe([child]);
    }

    [Fact]
    public async Task Stdin_and_stdout_are_the_childs_own()
    {
        using var actor = new Actor(_ground, "own", _ground.Folder, "streams", "leave", "cat");
        await actor.Input.WriteLineAsync("through");
        await actor.Hears("through");
        actor.Input.Close();
        (await actor.Ends()).ShouldBe(0);
    }

    [Fact]
    public async Task A_signal_to_the_owner_reaches_the_child()
    {
        using var actor = new Actor(
            _ground,
            "own",
            _ground.Folder,
            "signal",
            "leave",
            "sh",
            "-c",
            "trap 'exit 42' TERM; echo trapped; while :; do sleep 0.05; done"
        );
        await actor.Hears("trapped");
        await actor.Signal("TERM");
        (await actor.Ends()).ShouldBe(42);
    }

    private string Write(string name, string text, string mode)
    {
        var path = Path.Combine(_ground.Folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode, 8));
        }

        return path;
    }

    public void Dispose() => _ground.Dispose();
}
