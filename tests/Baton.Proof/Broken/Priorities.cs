namespace Baton.Proof.Broken;

/// <summary>Coordination by looking around: who is more important, who is in my workflow, which lock I take first.</summary>
internal static class Priorities
{
    private const int Bound = 4;

    public static IReadOnlyList<Design> All { get; } =
    [
        new(
            "priority-without-aging",
            "The most important waiting run goes first, however long another has waited.",
            (memory, _) =>
                memory["passed"] >= Bound ? $"low is passed {Bound} times, and nothing says when that ends" : null,
            new Part("low", new Act("waits", memory => memory["waits"] = 1), Designs.Work with { When = NobodyHigh }),
            High("high 1"),
            High("high 2"),
            High("high 3"),
            High("high 4")
        ),
        new(
            "priority-seen-once",
            "Look whether somebody more important runs; if not, go.",
            Designs.TwoAtOnce,
            new Part(
                "low",
                new Act(
                    "looks for somebody more important",
                    memory =>
                    {
                        memory.Says = "nobody there";
                        if (memory["high"] > 0)
                            memory.End("waits");
                    }
                ),
                Designs.Work,
                Designs.Stop
            ),
            new Part("high", new Act("arrives", memory => memory["high"] = 1), Designs.Work, Designs.Stop)
        ),
        new(
            "group-by-workflow",
            "Each workflow has a group of its own; both push to one branch.",
            Designs.TwoAtOnce,
            new Part("cv", Take("group cv"), Designs.Work, Designs.Stop, Leave("group cv")),
            new Part("activity", Take("group activity"), Designs.Work, Designs.Stop, Leave("group activity"))
        ),
        new(
            "locks-in-opposite-order",
            "Take one lock, then the other; the other workflow takes them the other way round.",
            (memory, atEnd) => atEnd && memory["worked"] < 2 ? "each waits for what the other has" : null,
            Both("run 1", "branch", "file"),
            Both("run 2", "file", "branch")
        ),
    ];

    private static bool NobodyHigh(Memory memory) => memory["high"] == 0;

    private static Part High(string actor) =>
        new(
            actor,
            new Act("arrives", memory => memory["high"]++, memory => memory["waits"] == 1 && memory["high"] <= 1),
            new Act(
                "goes first and is done",
                memory =>
                {
                    memory["high"]--;
                    memory["passed"]++;
                }
            )
        );

    private static Act Take(string name) =>
        new($"takes the {name}", memory => memory[name] = 1, memory => memory[name] == 0);

    private static Act Leave(string name) => new($"leaves the {name}", memory => memory[name] = 0);

    private static Part Both(string actor, string first, string second) =>
        new(
            actor,
            Take(first),
            Take(second),
            new Act("works", memory => memory["worked"]++),
            Leave(second),
            Leave(first)
        );
}
