namespace Baton.Proof.Broken;

/// <summary>Lock files: where they lie, when they are too old, who may remove them, and what happens when the wait is over.</summary>
internal static class LockFiles
{
    public static IReadOnlyList<Design> All { get; } =
    [
        new(
            "lock-file-in-a-clone",
            "The lock is a file in the checkout; each run has a checkout of its own.",
            Designs.TwoAtOnce,
            new Part("run 1", Create("file in clone 1", 1), Designs.Work, Designs.Stop, Remove("file in clone 1")),
            new Part("run 2", Create("file in clone 2", 2), Designs.Work, Designs.Stop, Remove("file in clone 2"))
        ),
        new(
            "stale-lock-removed",
            "A cleaner removes locks older than 30 minutes; nothing tells the owner, and no write is fenced.",
            (memory, atEnd) =>
                atEnd && memory["acknowledged"] > memory["value"]
                    ? $"{memory["acknowledged"]} writes acknowledged, {memory["value"]} there"
                    : null,
            Writer("run 1", 1),
            Writer("run 2", 2),
            new Part("cleaner", new Act("removes the lock, 30 minutes old", Free, memory => memory["lock"] != 0))
        ),
        new(
            "release-by-name",
            "Whoever is done removes the lock by its name, whosever it is by now.",
            Designs.TwoAtOnce,
            new Part(
                "run 1",
                Create("lock", 1),
                new Act("stalls, and counts as dead", Free),
                new Act("wakes up", memory => memory["awake"] = 1),
                Remove("lock")
            ),
            new Part("run 2", Create("lock", 2), Designs.Work, Designs.Stop, Remove("lock")),
            new Part("run 3", Create("lock", 3), Designs.Work, Designs.Stop, Remove("lock"))
        ),
        new(
            "timeout-then-proceed",
            "Wait for the lock for 30 minutes, then go on without it.",
            Designs.TwoAtOnce,
            new Part("run 1", Create("lock", 1), Designs.Work, Designs.Stop, Remove("lock")),
            new Part(
                "run 2",
                new Act("waits 30 minutes, and goes on without the lock", _ => { }, memory => memory["lock"] != 0),
                Designs.Work,
                Designs.Stop
            )
        ),
    ];

    private static void Free(Memory memory) => memory["lock"] = 0;

    private static Act Create(string file, int owner) =>
        new($"creates the {file}", memory => memory[file] = owner, memory => memory[file] == 0);

    private static Act Remove(string file) => new($"removes the {file}", memory => memory[file] = 0);

    private static Part Writer(string run, int number) =>
        new(
            run,
            Create("lock", number),
            new Act("reads", memory => memory[run] = memory["value"] + 1),
            new Act(
                "writes",
                memory =>
                {
                    memory["value"] = memory[run];
                    memory["acknowledged"]++;
                }
            ),
            Remove("lock")
        );
}
