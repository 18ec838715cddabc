namespace Baton.Tests.Integration.Faults;

public sealed class KillingTests
{
    public static TheoryData<string> Rows => FaultSlice.Of("Killing");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Struck_at_a_write_it_breaks_no_promise(string fault) => FaultSlice.TryAsync(fault, 3);
}
