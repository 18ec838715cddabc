using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

[Collection(WholeMachine.Name)]
public sealed class BellTests : IDisposable
{
    private readonly Playground _ground = new();

    [Fact]
    public void A_ring_wakes_the_owner_once()
    {
        using var bell = Bell.Create(_ground.Folder, "a");
        _ = Bell.Ring(bell.Path).ShouldBeOfType<BellRing.Rung>();
        _ground.Waiter.Wait([bell], Playground.Bound).ShouldBe([bell]);
        bell.Silence().ShouldBeTrue();
        _ground.Waiter.Wait([bell], TimeSpan.Zero).ShouldBeEmpty();
        bell.Silence().ShouldBeFalse();
    }

    [Fact]
    public void Only_the_bell_that_rang_is_told()
    {
        using var quiet = Bell.Create(_ground.Folder, "quiet");
        using var loud = Bell.Create(_ground.Folder, "loud");
        _ = Bell.Ring(loud.Path);
        _ground.Waiter.Wait([quiet, loud], Playground.Bound).ShouldBe([loud]);
    }

    [Fact]
    public void A_full_pipe_counts_as_rung()
    {
        using var bell = Bell.Create(_ground.Folder, "full");
        using (var pipe = new FileStream(bell.Path, FileMode.Open, FileAccess.Write))
        {
            // A pipe of the usual size takes 64 KiB; a few bytes less are left than a second block of these would need.
            pipe.Write(new byte[4096]);
            pipe.Flush();
        }

        for (var i = 0; i < 70_000; i++)
        {
            _ = Bell.Ring(bell.Path).ShouldBeOfType<BellRing.Rung>();
        }

        bell.Silence().ShouldBeTrue();
    }

    [Fact]
    public void A_bell_put_away_is_gone()
    {
        var bell = Bell.Create(_ground.Folder, "a");
        bell.Dispose();
        _ = Bell.Ring(bell.Path).ShouldBeOfType<BellRing.Gone>();
        _ = Watch.Open(bell.Path).ShouldBeOfType<WatchStart.Refused>().Answer.ShouldBeOfType<BellRing.Gone>();
    }

    [Fact]
    public void The_folder_is_made_for_its_user_alone()
    {
        var folder = Path.Combine(_ground.Folder, "new");
        using var bell = Bell.Create(folder, "a");
        if (!OperatingSystem.IsWindows())
        {
            ((int)File.GetUnixFileMode(folder)).ShouldBe(Convert.ToInt32("700", 8));
            ((int)File.GetUnixFileMode(bell.Path)).ShouldBe(Convert.ToInt32("600", 8));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("../a")]
    [InlineData("a b")]
    [InlineData("a=b")]
    [InlineData("a-b")]
    [InlineData("ä")]
    public void What_is_no_id_names_no_pipe(string run) =>
        Should.Throw<ArgumentException>(() => Bell.Create(_ground.Folder, run));

    [Fact]
    public async Task The_bell_of_a_killed_owner_is_answered_by_nobody_even_while_his_child_lives()
    {
        using var actor = new Actor(
            _ground,
            "own",
            _ground.Folder,
            "lost",
            "leave",
            "sh",
            "-c",
            "printf . > \"$READY\"; exec sleep 1000"
        );
        await actor.Hears("started");
        _ground.AwaitReady();
        var path = Bell.PathOf(_ground.Folder, "lost");
        var note = TreeNote.Read(_ground.Folder, "lost");
        Bell.Clear(path).ShouldBeFalse();
        using var watch = Watch.Open(path).ShouldBeOfType<WatchStart.Watching>().Watch;
        _ground.Waiter.Wait([watch], TimeSpan.Zero).ShouldBeEmpty();

        actor.Kill();

        _ground.Waiter.Wait([watch], Playground.Bound).ShouldBe([watch]);
        _ = Bell.Ring(path).ShouldBeOfType<BellRing.NobodyThere>();
        _ = Watch.Open(path).ShouldBeOfType<WatchStart.Refused>().Answer.ShouldBeOfType<BellRing.NobodyThere>();
        var child = note.Child.ShouldNotBeNull();
        _ = child.Look().ShouldBeOfType<Liveness.Alive>();
        _ground.End(note).ShouldBeGone();
        _ = child.Look().ShouldBeOfType<Liveness.Dead>();
        Bell.Clear(path).ShouldBeTrue();
    }

    [Fact]
    public async Task A_ring_reaches_another_process()
    {
        using var actor = new Actor(_ground, "hold", _ground.Folder, "other");
        await actor.Hears("ready");
        _ = Bell.Ring(Bell.PathOf(_ground.Folder, "other")).ShouldBeOfType<BellRing.Rung>();
        await actor.Hears("rung");
    }

    [Fact]
    public void A_watch_hears_of_an_owner_who_puts_his_bell_away()
    {
        var bell = Bell.Create(_ground.Folder, "a");
        using var watch = Watch.Open(bell.Path).ShouldBeOfType<WatchStart.Watching>().Watch;
        bell.Dispose();
        _ground.Waiter.Wait([watch], Playground.Bound).ShouldBe([watch]);
    }

    public void Dispose() => _ground.Dispose();
}
