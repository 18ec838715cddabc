namespace Baton.Proof.Broken;

/// <summary>A label as a lock: it can be read and it can be added, but not both in one go, and adding it twice looks alike.</summary>
internal static class Labels
{
    public static IReadOnlyList<Design> All { get; } =
    [
        new(
            "label-lock",
            "Look whether the issue has the label; if not, add it and work.",
            Designs.TwoAtOnce,
            Locker("run 1"),
            Locker("run 2")
        ),
        new(
            "label-lock-checked-again",
            "The same, and look again after adding: if the label is there, somebody else was first.",
            (memory, atEnd) => atEnd && memory["worked"] == 0 ? "nobody works, ever" : null,
            Careful("run 1"),
            Careful("run 2")
        ),
    ];

    private static Part Locker(string run) => new(run, Look, Add, Designs.Work, Designs.Stop);

    private static Part Careful(string run) => new(run, Look, Add, Look, new("works", memory => memory["worked"]++));

    private static Act Look =>
        new(
            "looks for the label",
            memory =>
            {
                memory.Says = "it isn't there";
                if (memory["label"] == 1)
                    memory.End("it is there, so I skip");
            }
        );

    private static Act Add => new("adds the label", memory => memory["label"] = 1);
}
