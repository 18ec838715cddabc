using System.Runtime.CompilerServices;
using Baton.Proof;
using Baton.Proof.Broken;
using Baton.Proof.Exploring;

namespace Baton.Tests.Exploring;

/// <summary>
/// The explorer finds what is wrong with designs that are known to be broken, by the shortest way. UPDATE_GOLDEN=1 writes the
/// timelines.
/// </summary>
public sealed class BrokenDesignTests
{
    public static TheoryData<string> Names => [.. Designs.All.Select(design => design.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_design_breaks_as_told(string name)
    {
        var design = Designs.All.Single(each => each.Name == name);
        new ShortestSearch<DesignState>(design).Run().Fault.ShouldNotBeNull();
        var path = Path.Combine(Folder(), "timelines", name + ".txt");
        var timeline = Reports.Of(design);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, timeline);
        else
            timeline.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_ways_of_searching_find_it(string name) =>
        new DeepSearch<DesignState>(Designs.All.Single(each => each.Name == name), _ => true)
            .Run()
            .Fault.ShouldNotBeNull();

    [Fact]
    public void Three_are_shown() => Designs.Shown.Count().ShouldBe(3);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
