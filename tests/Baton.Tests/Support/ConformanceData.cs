namespace Baton.Tests.Support;

/// <summary>
/// Test data that others made, which is not part of the repository: at <c>BATON_CONFORMANCE_DATA</c>, else at
/// <c>shared/data</c> beside the checkout.
/// </summary>
internal static class ConformanceData
{
    private const string Variable = "BATON_CONFORMANCE_DATA";

    /// <summary>A folder of it; the test is skipped where it isn't there.</summary>
    public static string Folder(string name)
    {
        var data = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set
            ? set
            : Path.Combine(Path.GetDirectoryName(Tidy.Repository.Root)!, "shared", "data");
        var folder = Path.Combine(data, name);
        Assert.SkipUnless(Directory.Exists(folder), $"there is no {folder}; {Variable} may name another place");
        return folder;
    }
}
