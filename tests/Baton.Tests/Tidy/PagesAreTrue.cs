using System.Text.RegularExpressions;

namespace Baton.Tests.Tidy;

/// <summary>What the pages say about the repository's own files is so.</summary>
public sealed partial class PagesAreTrue
{
    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        var dead =
            from page in Repository.Pages()
            from Match match in Link().Matches(CodeBlock().Replace(page.Text, ""))
            let target = match.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
            where !Repository.Has(Path.Combine(page.Folder, Uri.UnescapeDataString(target)))
            select $"{page.Path}: {target}";
        dead.ShouldBeEmpty();
    }

    [Fact]
    public void Every_path_that_the_architecture_names_exists()
    {
        var missing = PathInCode()
            .Matches(Repository.Read("ARCHITECTURE.md"))
            .Select(match => match.Groups[1].Value)
            .Where(path => !Repository.Has(path));
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_program_is_on_the_map()
    {
        var map = Repository.Read("ARCHITECTURE.md");
        Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .SelectMany(Directory.EnumerateDirectories)
            .Select(folder => Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/'))
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .Where(folder => !map.Contains($"`{folder}/`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_front_page_leads_to_every_page()
    {
        var front = Repository.Read("README.md");
        Repository
            .Pages()
            .Select(page => page.Path)
            .Where(path => path.StartsWith("docs/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("docs/rules/", StringComparison.Ordinal)) // docs/lint.md leads to them
            .Where(path => !front.Contains($"]({path})", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var numbers = Decisions().Select(name => name[..4]).ToArray();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Length).Select(number => $"{number:0000}"));
    }

    [Fact]
    public void Every_decision_is_in_the_list()
    {
        var list = Repository.Read("docs/decisions/README.md");
        Decisions().Where(name => !list.Contains($"({name})", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string[] Decisions() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "docs", "decisions"), "*.md")
                .Select(path => Path.GetFileName(path))
                .Where(name => name != "README.md")
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"`((?:src|tests|docs|bench|\.ci)/[^`\s*<]*)`", RegexOptions.None, 1000)]
    private static partial Regex PathInCode();
}
