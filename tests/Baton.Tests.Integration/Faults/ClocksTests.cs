namespace Baton.Tests.Integration.Faults;

public sealed class ClocksTests
{
    public static TheoryData<string> Rows => FaultSlice.Of("Clocks");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_wall_clock_that_is_set_breaks_no_promise(string fault) => FaultSlice.TryAsync(fault, 1);
}
