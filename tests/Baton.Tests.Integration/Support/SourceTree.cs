namespace Baton.Tests.Integration.Support;

/// <summary>The checkout that these tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Baton.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
