namespace Baton.Tests.Integration.Faults;

public sealed class ServersTests
{
    // The largest crowd is for ./build faults alone.
    public static TheoryData<string> Rows =>
        [
            .. FaultSlice
                .Of("Servers")
                .Select(row => row.Data)
                .Where(name => !name.Contains("64", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task With_a_server_that_goes_away_it_breaks_no_promise(string fault) => FaultSlice.TryAsync(fault, 1);
}
