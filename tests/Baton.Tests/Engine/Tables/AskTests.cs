using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Tests.Engine.Tables;

public sealed class AskTests
{
    private static readonly Ask Good = new()
    {
        Run = new("r"),
        Request = new("q"),
        Owner = Owner.Unknown,
        Needs = [Need.Group("g")],
    };

    private static readonly Dictionary<string, Ask> Faulty = new()
    {
        ["resource is asked for twice"] = Good with { Needs = [Need.Group("g"), Need.Group("G")] },
        ["units are"] = Good with { Needs = [Need.Group("g", -1)] },
        ["at most 64"] = Good with { Needs = [.. Enumerable.Range(0, 65).Select(one => Need.Group("g" + one))] },
        ["priority is 0 to 100, not 101"] = Good with { Priority = 101 },
        ["priority is 0 to 100, not -1"] = Good with { Priority = -1 },
        ["a lease is"] = Good with { Lease = TimeSpan.FromMilliseconds(999) },
        ["max-wait"] = Good with { MaxWait = TimeSpan.FromSeconds(-1) },
        ["a delay"] = Good with { Delay = TimeSpan.FromDays(367) },
        ["aging"] = Good with { Aging = TimeSpan.FromDays(2) },
        ["capacity is"] = Good with { Needs = [Need.Group("g", 1, new() { Capacity = 0 })] },
        ["a line has"] = Good with { Needs = [Need.Group("g", 1, new() { Line = -1 })] },
        ["debounce"] = Good with { Needs = [Need.Group("g", 1, new() { Debounce = TimeSpan.FromSeconds(-1) })] },
    };

    public static TheoryData<string> Faults => [.. Faulty.Keys];

    [Fact]
    public void A_good_ask_has_no_fault() => Good.Fault().ShouldBeNull();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named(string fault) => Faulty[fault].Fault().ShouldNotBeNull().ShouldContain(fault);

    [Fact]
    public void The_same_is_asked_by_another_process_for_another_run() =>
        Good.SameAs(Good with { Run = new("other"), Owner = new("d", "p"), Needs = [Need.Group("g")] }).ShouldBeTrue();

    [Fact]
    public void Anything_else_makes_another_ask()
    {
        Good.SameAs(Good with { Priority = 21 }).ShouldBeFalse();
        Good.SameAs(Good with { Needs = [Need.Group("g", 2)] }).ShouldBeFalse();
    }
}
