using Baton.Engine;
using Baton.Engine.Resources;

namespace Baton.Tests.Engine.Tables;

public sealed class ResourceTests
{
    [Fact]
    public void Names_compare_without_case_and_kinds_never_meet()
    {
        ResourceName.Group("Deploy-ÄÖ").ShouldBe(ResourceName.Group("deploy-äö"));
        ResourceName.Group("x").ShouldNotBe(ResourceName.Key("x"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("a\nb", "control")]
    [InlineData("a\u001b[2J", "control")]
    public void A_name_with_a_fault_is_refused(string name, string fault)
    {
        ResourceName.Fault(name).ShouldNotBeNull().ShouldContain(fault);
        Should.Throw<ArgumentException>(() => ResourceName.Group(name));
    }

    [Fact]
    public void A_name_has_a_longest_length()
    {
        ResourceName.Fault(new string('a', Limits.NameLength)).ShouldBeNull();
        ResourceName.Fault(new string('a', Limits.NameLength + 1)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("queue", null, Overflow.Reject, Stops.None)]
    [InlineData("skip", 0, Overflow.Reject, Stops.None)]
    [InlineData("latest", 1, Overflow.DropOlder, Stops.None)]
    [InlineData("cancel-running", 1, Overflow.DropOlder, Stops.Older)]
    [InlineData("preempt", null, Overflow.Reject, Stops.Lower)]
    public void A_preset_is_a_name_for_a_line_its_overflow_and_whom_it_stops(
        string name,
        int? line,
        Overflow overflow,
        Stops stops
    )
    {
        var settings = Policy.Find(name).ShouldNotBeNull();
        (settings.Line, settings.Overflow, settings.Stops).ShouldBe((line, overflow, stops));
    }

    [Fact]
    public void There_is_no_other_preset()
    {
        Policy.Find("Queue").ShouldBeNull();
        Policy.All.Count.ShouldBe(5);
    }

    [Fact]
    public void A_window_lingers_after_success_and_after_failure_only_if_asked()
    {
        var window = TimeSpan.FromMinutes(5);
        Lingering.Window(window).ShouldBe(new(window, TimeSpan.Zero, null, TimeSpan.Zero));
        Lingering.Window(window, afterFailure: true).ShouldBe(new(window, window, null, TimeSpan.Zero));
        Lingering.Since(window).SinceGrant.ShouldBe(window);
    }
}
