namespace Baton.Tests.Integration.Faults;

public sealed class WritingTests
{
    public static TheoryData<string> Rows => FaultSlice.Of("Writing");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Ten_writers_lose_nothing_and_write_nothing_twice(string fault) => FaultSlice.TryAsync(fault, 10);
}
