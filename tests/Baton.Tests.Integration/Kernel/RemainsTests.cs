using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

[Collection(WholeMachine.Name)]
public sealed class RemainsTests : IDisposable
{
    private readonly Playground _ground = new();

    [Theory]
    [InlineData("stopped", "sleep 1000 & echo $! > \"$FOLDER/pid\"; kill -STOP $!; printf . > \"$READY\"; wait")]
    [InlineData(
        "all_stopped",
        "sleep 1000 & echo $! > \"$FOLDER/pid\"; kill -STOP $!; printf . > \"$READY\"; kill -STOP $$"
    )]
    [InlineData("session", "setsid sh -c 'echo $$ > \"$FOLDER/pid\"; printf . > \"$READY\"; exec sleep 1000' & wait")]
    [InlineData(
        "double_fork",
        "(setsid sh -c 'echo $$ > \"$FOLDER/pid\"; printf . > \"$READY\"; exec sleep 1000' &) ; exit 0"
    )]
    [InlineData("no_environment", "env -i sleep 1000 & echo $! > \"$FOLDER/pid\"; printf . > \"$READY\"; wait")]
    [InlineData(
        "no_environment_below",
        "env -i sh -c 'sleep 1000 & wait' & echo $! > \"$FOLDER/pid\"; printf . > \"$READY\"; wait"
    )]
    [InlineData(
        "deaf",
        "trap '' TERM INT HUP; echo $$ > \"$FOLDER/pid\"; printf . > \"$READY\"; while :; do sleep 1000; done"
    )]
    public void Whatever_a_process_did_to_get_away_it_is_ended(string run, string script)
    {
        var child = _ground.Start(run, script);
        _ground.AwaitReady();
        var process = _ground.Written("pid");

        _ground.End(child.Note).ShouldBeGone(0);

        _ = process.Look().ShouldBeOfType<Liveness.Dead>();
    }

    [Fact]
    public void The_marker_alone_finds_the_tree_when_the_child_was_not_noted()
    {
        var child = _ground.Start("marker", "sleep 1000 & echo $! > \"$FOLDER/pid\"; printf . > \"$READY\"; wait");
        _ground.AwaitReady();
        var process = _ground.Written("pid");
        _ground.End(child.Note with { Child = null }).ShouldBeGone();
        _ = process.Look().ShouldBeOfType<Liveness.Dead>();
        _ground.AwaitEnd(child).ShouldBe(new ChildEnd.Signalled(9));
    }

    [Fact]
    public void A_crowd_is_ended()
    {
        const string script =
            "i=0; while [ $i -lt 100 ]; do (sleep 1000 & sleep 1000) & i=$((i+1)); done; printf . > \"$READY\"; wait";
        var child = _ground.Start("crowd", script);
        _ground.AwaitReady();
        _ground.End(child.Note).ShouldBeGone(100);
    }

    [Fact]
    public void Those_that_start_new_ones_all_the_time_are_ended()
    {
        var child = _ground.Start(
            "restless",
            "(while :; do (exec sleep 0.01); done) & (while :; do (exec sleep 0.01); done) & printf . > \"$READY\"; wait"
        );
        _ground.AwaitReady();
        _ground.End(child.Note).ShouldBeGone();
    }

    [Fact]
    public void The_processes_of_another_run_are_left_alone()
    {
        var other = _ground.Start("run_10", "printf . > \"$READY\"; exec sleep 1000");
        _ground.AwaitReady();
        var lost = _ground.Start("run_1", "printf . > \"$READY\"; exec sleep 1000");
        _ground.AwaitReady();
        _ground.End(lost.Note).ShouldBeGone();
        _ = other.Note.Child!.Value.Look().ShouldBeOfType<Liveness.Alive>();
        other.Collect().ShouldBeNull();
    }

    [Fact]
    public void A_tree_that_has_ended_leaves_nothing()
    {
        var child = _ground.Start("ended", "exit 0");
        _ = _ground.AwaitEnd(child);
        _ground.End(child.Note).ShouldBeGone();
    }

    [Fact]
    public void One_without_parent_and_environment_can_not_be_told()
    {
        const string script =
            "(env -i setsid sh -c 'echo $$ > \"$1\"; printf . > \"$2\"; exec env -i sleep 1000' sh \"$FOLDER/pid\" \"$READY\" &) ; exit 0";
        var child = _ground.Start("shed", script);
        _ground.AwaitReady();
        var process = _ground.Written("pid");
        _ = _ground.AwaitEnd(child);
        _ground.Await(() =>
            File.ReadAllText($"/proc/{process.Pid}/cmdline").StartsWith("sleep", StringComparison.Ordinal)
        );
        _ground
            .End(child.Note)
            .ShouldBeOfType<RemainsAnswer.CannotTell>()
            .Reason.ShouldMatch("no environment|can't be looked into");
        _ = process.Look().ShouldBeOfType<Liveness.Alive>();
    }

    [Fact]
    public async Task An_owner_that_adopts_ends_even_that_one()
    {
        const string script =
            "(env -i setsid sh -c 'echo $$ > \"$1\"; printf . > \"$2\"; exec env -i sleep 1000' sh \"$FOLDER/pid\" \"$READY\" &) ; exec sleep 1000";
        using var actor = new Actor(_ground, "own", _ground.Folder, "adopts", "adopt", "sh", "-c", script);
        await actor.Hears("started");
        _ground.AwaitReady();
        var process = _ground.Written("pid");
        _ = Bell.Ring(Bell.PathOf(_ground.Folder, "adopts"));
        await actor.Hears("stopped Gone");
        _ = process.Look().ShouldBeOfType<Liveness.Dead>();
        (await actor.Ends()).ShouldBe(128 + 15);
    }

    [Fact]
    public async Task After_a_killed_owner_his_note_finds_all_of_it()
    {
        const string script =
            "setsid env -i sleep 1000 & echo $! > \"$FOLDER/pid\"; printf . > \"$READY\"; kill -STOP $$";
        using var actor = new Actor(_ground, "own", _ground.Folder, "noted", "adopt", "sh", "-c", script);
        await actor.Hears("started");
        _ground.AwaitReady();
        var process = _ground.Written("pid");
        var note = TreeNote.Read(_ground.Folder, "noted");
        actor.Kill();
        _ = await actor.Ends();
        _ground.End(note).ShouldBeGone();
        _ = note.Child.ShouldNotBeNull().Look().ShouldBeOfType<Liveness.Dead>();
        _ = process.Look().ShouldBeOfType<Liveness.Dead>();
    }

    [Fact]
    public void A_note_reads_back_and_one_that_was_cut_off_is_not_guessed_at()
    {
        var self = ProcessIdentity.Self();
        var note = new TreeNote("n", self, new ProcessIdentity(77, 88), [new(1, 2), new(3, 4)], "/a b");
        note.Write(_ground.Folder);
        var read = TreeNote.Read(_ground.Folder, "n");
        (read.Owner, read.Child, read.ControlGroup).ShouldBe((note.Owner, note.Child, note.ControlGroup));
        read.Ancestors.ShouldBe(note.Ancestors);

        File.WriteAllText(TreeNote.PathOf(_ground.Folder, "n"), "owner 5:6\nchild 77:8");
        TreeNote.Read(_ground.Folder, "n").Child.ShouldBeNull();
        TreeNote.Read(_ground.Folder, "absent").Owner.ShouldBeNull();
    }

    public void Dispose() => _ground.Dispose();
}
