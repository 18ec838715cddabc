using System.Xml.Linq;

namespace Baton.Tests.Tidy;

/// <summary>
/// Engine &lt;- Workflows &lt;- Runtime &lt;- Cli, Server: a project may name only those before it, and what is pure stays free of
/// packages.
/// </summary>
public sealed class ProjectsPointOneWay
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Baton.Engine"] = [],
        ["Baton.Workflows"] = ["Baton.Engine"],
        ["Baton.Runtime"] = ["Baton.Engine", "Baton.Workflows"],
        ["Baton.Cli"] = ["Baton.Engine", "Baton.Workflows", "Baton.Runtime"],
        ["Baton.Server"] = ["Baton.Engine", "Baton.Workflows", "Baton.Runtime"],
    };

    [Fact]
    public void Every_project_names_only_those_before_it()
    {
        foreach (var (name, project) in Projects())
        {
            Allowed.ShouldContainKey(name);
            var named = Includes(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension);
            named.Except(Allowed[name]).ShouldBeEmpty($"{name} names a project that it may not know");
        }
    }

    [Fact]
    public void The_engine_has_no_packages() =>
        Includes(Projects()["Baton.Engine"], "PackageReference", "FrameworkReference").ShouldBeEmpty();

    [Fact]
    public void Workflows_has_only_the_yaml_package() =>
        Includes(Projects()["Baton.Workflows"], "PackageReference", "FrameworkReference").ShouldBe(["YamlDotNet"]);

    [Fact]
    public void No_project_says_a_version_of_its_own() =>
        Projects()
            .Values.SelectMany(project => project.Descendants("PackageReference"))
            .Where(reference => reference.Attribute("Version") is not null)
            .ShouldBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Baton.slnx");
        foreach (var name in Projects().Keys)
        {
            solution.ShouldContain($"src/{name}/{name}.csproj");
        }
    }

    private static Dictionary<string, XDocument> Projects() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => XDocument.Load(path));

    private static IEnumerable<string> Includes(XDocument project, params string[] elements) =>
        elements
            .SelectMany(element => project.Descendants(element))
            .Select(element => ((string?)element.Attribute("Include") ?? "").Replace('\\', '/'));
}
