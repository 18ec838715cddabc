using System.Runtime.CompilerServices;

namespace Baton.Tests.Engine.Scenarios;

/// <summary>
/// Scenario files: blocks of commands, <c>----</c>, and what becomes of them, with a blank line between blocks and comments
/// after <c>#</c>. UPDATE_GOLDEN=1 writes what became of them into the files: read it before you commit it.
/// </summary>
public sealed class ScenarioTests
{
    private const string Line = "----";

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder(), "*.txt")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_scenario_goes_as_told(string name)
    {
        var path = Path.Combine(Folder(), name + ".txt");
        var told = File.ReadAllText(path).ReplaceLineEndings("\n");
        var happened = Play(told);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, happened);
        else
            happened.ShouldBe(told);
    }

    /// <summary>The file as it would be if it told what happens. A line of its own, <c>new story</c>, begins with an empty scope.</summary>
    private static string Play(string told)
    {
        var story = new Story();
        var blocks = told.TrimEnd('\n').Split("\n\n");
        return string.Join("\n\n", blocks.Select(block => Play(ref story, block))) + "\n";
    }

    private static string Play(ref Story story, string block)
    {
        var lines = block.Split('\n').TakeWhile(line => line != Line).ToList();
        var commands = lines.Where(line => line.Length > 0 && line[0] != '#').ToList();
        if (commands is ["new story"])
        {
            story = new Story();
            return block;
        }
        if (commands.Count == 0)
            return block;
        var trace = new List<string>();
        foreach (var command in commands)
            trace.AddRange(story.Do(command));
        return string.Join('\n', [.. lines, Line, .. trace]);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
