namespace Baton.Tests.Integration.Faults;

public sealed class StoppingTests
{
    public static TheoryData<string> Rows => FaultSlice.Of("Stopping");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Stopped_for_three_leases_it_breaks_no_promise(string fault) => FaultSlice.TryAsync(fault, 1);
}
