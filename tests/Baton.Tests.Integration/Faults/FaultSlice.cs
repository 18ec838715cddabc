using Baton.Faults;

namespace Baton.Tests.Integration.Faults;

/// <summary>A few places of each row of <c>./build faults</c>.</summary>
internal static class FaultSlice
{
    /// <summary>The names of the rows of a kind.</summary>
    public static TheoryData<string> Of(string kind) =>
        [.. AllFaults.List.Where(fault => KindOf(fault) == kind).Select(fault => fault.Name)];

    /// <summary>The kinds that there are; each has a class of tests here.</summary>
    public static IEnumerable<string> Kinds => AllFaults.List.Select(KindOf).Distinct();

    /// <summary>Tries a few places of a row.</summary>
    public static async Task TryAsync(string name, int atMost)
    {
        var program = Environment.GetEnvironmentVariable("BATON_PROGRAM");
        Assert.SkipWhen(string.IsNullOrEmpty(program), "BATON_PROGRAM is not set: run ./build test");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the faults are those of Linux");
        var fault = AllFaults.List.Single(one => one.Name == name);
        Assert.SkipWhen(fault.Missing is not null, fault.Missing ?? "");
        var ledger = new Ledger(Effort.Slice(atMost));
        await fault.TryAsync(ledger);
        ledger.Violations.ShouldBeEmpty();
        ledger.Tried.ShouldBeGreaterThan(0);
    }

    private static string KindOf(Fault fault) => fault.GetType().Namespace!.Split('.')[^1];
}
