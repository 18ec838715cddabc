namespace Baton.Tests.Support;

/// <summary>Pages under docs/ that are made by tests: UPDATE_GOLDEN=1 writes them anew.</summary>
internal static class Golden
{
    public static void ShouldBeThePage(string made, string page)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(Documentation.PathOf(page), made);
        var written = File.Exists(Documentation.PathOf(page)) ? Documentation.Read(page) : "";
        written.ShouldBe(made, $"docs/{page} is made from the program: run the tests once with UPDATE_GOLDEN=1");
    }
}
