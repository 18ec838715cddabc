namespace Baton.Proof.Broken;

/// <summary>A CI service's own concurrency group: one runs, one waits, and the newest counts, whatever it is about.</summary>
internal static class NativeConcurrency
{
    public static IReadOnlyList<Design> All { get; } =
    [
        new(
            "cancel-in-progress",
            "The newest event cancels the run in progress; whether it means anything is decided inside the run.",
            (memory, atEnd) =>
                atEnd && memory["worked"] == 0 ? "the one event that meant something was never worked on" : null,
            Newest("opened", number: 1, means: true),
            Newest("labelled bug", number: 2, means: false)
        ),
        new(
            "one-pending-slot",
            "One run works, one may wait; an arrival takes the place of the one that waits.",
            (memory, atEnd) =>
                atEnd && memory["worked"] < 3 ? $"3 asked, {memory["worked"]} ran, and nobody was told" : null,
            Slot("run 1", 1),
            Slot("run 2", 2),
            Slot("run 3", 3)
        ),
    ];

    private static Part Newest(string actor, int number, bool means) =>
        new(
            actor,
            new Act("starts, and cancels whoever runs", memory => memory["newest"] = number),
            new Act(
                "looks whether it is meant",
                memory =>
                {
                    memory.Says = "it is";
                    if (memory["newest"] != number)
                        memory.End("cancelled already");
                    else if (!means)
                        memory.End("it isn't, so I skip");
                }
            ),
            new Act(
                "works",
                memory =>
                {
                    if (memory["newest"] != number)
                        memory.End("cancelled");
                    else
                        memory["worked"]++;
                }
            )
        );

    private static Part Slot(string actor, int number) =>
        new(
            actor,
            new Act(
                "arrives",
                memory =>
                {
                    memory.Says =
                        memory["pending"] > 0 ? $"and takes the place of run {memory["pending"]}" : "and waits";
                    memory["pending"] = number;
                }
            ),
            new Act(
                "starts",
                memory =>
                {
                    if (memory["pending"] != number)
                        memory.End("cancelled while it waited");
                    else
                        (memory["pending"], memory["running"]) = (0, number);
                },
                memory => memory["running"] == 0 || memory["pending"] != number
            ),
            new Act("is done", memory => (memory["running"], memory["worked"]) = (0, memory["worked"] + 1))
        );
}
