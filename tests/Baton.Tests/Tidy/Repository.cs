namespace Baton.Tests.Tidy;

/// <summary>The repository's own files, as the tests of this folder read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# source below the folders, without what a build made.</summary>
    public static IReadOnlyList<SourceFile> Sources(params string[] folders) =>
        [
            .. folders
                .Select(folder => Path.Combine(Root, folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Contains("/bin/", StringComparison.Ordinal))
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, Read(path))),
        ];

    /// <summary>The Markdown pages at the root and below <c>docs/</c>.</summary>
    public static IReadOnlyList<SourceFile> Pages()
    {
        var docs = Path.Combine(Root, "docs");
        var below = Directory.Exists(docs) ? Directory.EnumerateFiles(docs, "*.md", SearchOption.AllDirectories) : [];
        return
        [
            .. Directory
                .EnumerateFiles(Root, "*.md")
                .Concat(below)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, Read(path))),
        ];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path)
    {
        var full = Path.Combine(Root, path);
        return File.Exists(full) || Directory.Exists(full);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Baton.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("no Baton.slnx above the tests");
    }
}
