using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

[Collection(WholeMachine.Name)]
public sealed class ProcessIdentityTests : IDisposable
{
    private readonly Playground _ground = new();

    [Fact]
    public void This_process_lives_and_its_text_form_reads_back()
    {
        var self = ProcessIdentity.Self().ShouldNotBeNull();
        self.Pid.ShouldBe(Environment.ProcessId);
        _ = self.Look().ShouldBeOfType<Liveness.Alive>();
        ProcessIdentity.Parse(self.ToString()).ShouldBe(self);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData(":5")]
    [InlineData("0:5")]
    [InlineData("-1:5")]
    [InlineData("1:-5")]
    [InlineData("1:5 ")]
    [InlineData("99999999999:5")]
    public void What_is_no_identity_is_not_read(string text) => ProcessIdentity.Parse(text).ShouldBeNull();

    [Fact]
    public void Another_process_with_the_same_id_is_not_taken_for_the_dead_one() =>
        new ProcessIdentity(Environment.ProcessId, 1).Look().ShouldBeOfType<Liveness.Dead>();

    [Fact]
    public void A_zombie_is_dead()
    {
        // Nobody waits for this child until the end of the test.
        var child = _ground.Start("zombie", "printf . > \"$READY\"");
        var identity = child.Note.Child.ShouldNotBeNull();
        _ground.AwaitReady();
        _ground.Waiter.Wait([child], Playground.Bound).ShouldContain(child);
        _ = identity.Look().ShouldBeOfType<Liveness.Dead>();
        ProcessIdentity.Of(child.Pid).ShouldBe(identity);
    }

    [Fact]
    public void A_stopped_process_lives()
    {
        var child = _ground.Start("stopped", "printf . > \"$READY\"; kill -STOP $$; sleep 1000");
        _ground.AwaitReady();
        _ = child.Note.Child.ShouldNotBeNull().Look().ShouldBeOfType<Liveness.Alive>();
    }

    [Fact]
    public void A_name_that_looks_like_the_rest_of_the_line_fools_nobody()
    {
        var program = Path.Combine(_ground.Folder, "a) Z 1 (b");
        File.Copy("/bin/sleep", program);
        var child = _ground.Start("name", program, "1000");
        var identity = ProcessIdentity.Of(child.Pid).ShouldNotBeNull();
        identity.StartTime.ShouldBeGreaterThanOrEqualTo(ProcessIdentity.Self()!.Value.StartTime);
        _ = identity.Look().ShouldBeOfType<Liveness.Alive>();
    }

    [Fact]
    public void Domains_are_known_here_and_what_is_not_known_is_never_the_same()
    {
        ProcessDomain.Here().IsSame(ProcessDomain.Here()).ShouldBeTrue();
        ClockDomain.Here().IsSame(ClockDomain.Here()).ShouldBeTrue();
        ProcessDomain.NotKnown.IsSame(ProcessDomain.NotKnown).ShouldBeFalse();
        ClockDomain.NotKnown.IsSame(ClockDomain.NotKnown).ShouldBeFalse();
    }

    [Fact]
    public void The_boot_clock_goes_forward()
    {
        var before = _ground.Clock.GetTimestamp();
        _ground.Clock.GetTimestamp().ShouldBeGreaterThanOrEqualTo(before);
        before.ShouldBeGreaterThan(0);
    }

    public void Dispose() => _ground.Dispose();
}
