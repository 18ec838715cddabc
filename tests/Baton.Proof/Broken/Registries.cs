namespace Baton.Proof.Broken;

/// <summary>A registry of sessions: a file for each event says that somebody is on it, for five minutes.</summary>
internal static class Registries
{
    public static IReadOnlyList<Design> All { get; } =
    [
        new(
            "check-then-register",
            "Look for a file of this event; if there is none, write one and work.",
            Designs.TwoAtOnce,
            new Part("run 1", Check, Register, Designs.Work, Designs.Stop),
            new Part("run 2", Check, Register, Designs.Work, Designs.Stop)
        ),
        new(
            "duplicate-cleans-up",
            "Checking and registering is one step, but every job removes the file at its end, also the duplicate's.",
            Designs.TwoAtOnce,
            Session("run 1"),
            Session("run 2"),
            Session("run 3")
        ),
        new(
            "cleanup-erases-the-window",
            "The owner removes its file when it is done, and with it the five minutes in which a duplicate is one.",
            (memory, _) => memory["worked"] > 1 ? "one event is worked on twice within its window" : null,
            Brief("run 1"),
            Brief("run 2")
        ),
        new(
            "window-ends-under-work",
            "A file older than five minutes counts as nobody's, also while its owner works.",
            Designs.TwoAtOnce,
            new Part("run 1", Claim, Designs.Work, Designs.Stop),
            new Part("run 2", Claim, Designs.Work, Designs.Stop),
            new Part("time", new Act("five minutes pass", memory => memory["file"] = 0, memory => memory["file"] == 1))
        ),
    ];

    private static Act Check =>
        new(
            "looks for the file",
            memory =>
            {
                memory.Says = "there is none";
                if (memory["file"] == 1)
                    memory.End("there is one, so I am a duplicate");
            }
        );

    private static Act Register => new("writes the file", memory => memory["file"] = 1);

    private static Act Claim =>
        new(
            "looks and writes in one step",
            memory =>
            {
                memory.Says = "registered";
                if (memory["file"] == 1)
                    memory.End("a duplicate");
                memory["file"] = 1;
            }
        );

    private static Part Brief(string run) =>
        new(run, Claim, new Act("works and is done", memory => memory["worked"]++), Cleanup);

    private static Act Cleanup => new("removes the file", memory => memory["file"] = 0);

    /// <summary>A duplicate goes on to its cleanup: `if: always()`.</summary>
    private static Part Session(string run)
    {
        var mine = run + " works";
        return new(
            run,
            new Act(
                "looks and writes in one step",
                memory =>
                {
                    memory.Says = memory["file"] == 1 ? "a duplicate" : "registered";
                    memory[mine] = 1 - memory["file"];
                    memory["file"] = 1;
                }
            ),
            new Act(
                "works, unless a duplicate",
                memory =>
                {
                    memory.Says = memory[mine] == 1 ? "works" : "has nothing to do";
                    memory["working"] += memory[mine];
                }
            ),
            new Act("is done", memory => memory["working"] -= memory[mine]),
            Cleanup
        );
    }
}
