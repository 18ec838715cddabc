using System.Text.RegularExpressions;

namespace Baton.Tests.Tidy;

/// <summary>
/// The engine names nothing that could make two runs of it differ: no input or output, no clock, no chance, no threads. And nobody
/// silences the analyzer that watches the same for the other projects.
/// </summary>
public sealed partial class TheEngineIsPure
{
    [Fact]
    public void The_engine_names_nothing_of_the_world() =>
        Repository.Sources("src/Baton.Engine").SelectMany(Worldly).ShouldBeEmpty();

    [Theory]
    [InlineData("        var now = DateTimeOffset.UtcNow;", 1)]
    [InlineData("using System.Text.Json;", 1)]
    [InlineData("    public async Task<Outcome> Apply()", 1)]
    [InlineData("    /// <summary>No DateTime here.</summary>", 0)]
    [InlineData("    public Instant Now { get; }", 0)]
    public void A_planted_name_is_found(string line, int found) =>
        Worldly(new SourceFile("src/Baton.Engine/Engine.cs", line)).Count().ShouldBe(found);

    [Fact]
    public void Nobody_silences_the_ban_on_clock_chance_console_and_environment() =>
        Repository
            .Sources("src")
            .Where(file => !file.Path.StartsWith("src/Baton.Cli/", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("RS0030", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    private static IEnumerable<string> Worldly(SourceFile file) =>
        file
            .Lines.Select((line, index) => (line: Comment().Replace(line, ""), index))
            .Where(each => World().IsMatch(each.line))
            .Select(each => $"{file.Path}:{each.index + 1}: {each.line.Trim()}");

    [GeneratedRegex("//.*$", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\b(async|await|Task|ValueTask|DateTime|DateTimeOffset|TimeProvider|Stopwatch|Random|Thread|Console|Environment|ILogger)\b|\bProcess\.|\bSystem\.(IO|Net|Threading|Text\.Json|Diagnostics\.Process)\b",
        RegexOptions.None,
        1000
    )]
    private static partial Regex World();
}
