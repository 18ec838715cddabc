namespace Baton.Tests.Integration.Faults;

public sealed class ContendingTests
{
    public static TheoryData<string> Rows => FaultSlice.Of("Contending");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Killed_stopped_and_asked_again_over_a_server_that_is_struck_they_break_no_promise(string fault) =>
        FaultSlice.TryAsync(fault, 1);
}
