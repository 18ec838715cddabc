namespace Baton.Tests.Integration.Faults;

public sealed class DisksTests
{
    public static TheoryData<string> Rows => FaultSlice.Of("Disks");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_disk_that_fails_breaks_no_promise(string fault) => FaultSlice.TryAsync(fault, 1);
}
