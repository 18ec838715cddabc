namespace Baton.Proof.Broken;

/// <summary>A file that everybody reads, changes and writes whole.</summary>
internal static class SharedFiles
{
    public static IReadOnlyList<Design> All { get; } =
    [
        new(
            "read-modify-write",
            "The day's log is one JSON file: read it, add an entry, write it.",
            (memory, atEnd) => atEnd && memory["entries"] < 3 ? $"3 entries added, {memory["entries"]} there" : null,
            Writer("run 1"),
            Writer("run 2"),
            Writer("run 3")
        ),
    ];

    private static Part Writer(string run) =>
        new(
            run,
            new Act(
                "reads the file",
                memory =>
                {
                    memory[run] = memory["entries"] + 1;
                    memory.Says = $"{memory["entries"]} entries";
                }
            ),
            new Act(
                "writes the file",
                memory =>
                {
                    memory["entries"] = memory[run];
                    memory.Says = $"{memory["entries"]} entries";
                }
            )
        );
}
