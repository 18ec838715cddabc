namespace Baton.Tests.Integration.Faults;

public sealed class DamageTests
{
    public static TheoryData<string> Rows => FaultSlice.Of("Damage");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Damage_is_an_error_or_harmless(string fault) => FaultSlice.TryAsync(fault, 5);
}
