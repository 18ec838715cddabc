using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Gating.Marks;

namespace Baton.Proof.Forging;

/// <summary>One way to play the timeline of issue 681.</summary>
internal sealed record TimelineSettings(string Name)
{
    /// <summary>What is looked for.</summary>
    public IReadOnlyList<Check> Checks { get; init; } =
    [
        new(CheckKind.PullRequest, Check.Linked),
        new(CheckKind.Assignee, "copilot"),
        new(CheckKind.Label, "copilot-assigned"),
    ];

    /// <summary>What is put.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } =
    [
        new(MarkKind.Label, "copilot-assigned"),
        new(MarkKind.Assignee, "copilot"),
        new(MarkKind.Comment, "Copilot is at it"),
    ];

    /// <summary>The window of the key.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the forge may fail.</summary>
    public bool Fails { get; init; }

    /// <summary>Whether nobody may put labels.</summary>
    public bool ForbidsLabels { get; init; }

    /// <summary>Whether the machine of the first run that goes on dies at some step of it.</summary>
    public bool Kills { get; init; }

    /// <summary>A planted fault: a comment is written without looking for it.</summary>
    public bool WritesBlindly { get; init; }

    /// <summary>A planted fault: that nothing is seen is believed at once.</summary>
    public bool TrustsStaleReads { get; init; }

    /// <summary>The ways that the real gate must stand.</summary>
    public static IReadOnlyList<TimelineSettings> Real { get; } =
    [
        new("lagging"),
        new("lagging, failing") { Fails = true },
        new("no labels") { ForbidsLabels = true, Fails = true },
        new("killed") { Kills = true },
        new("killed, failing") { Kills = true, Fails = true },
        new("claim alone")
        {
            Checks = [],
            Window = TimeSpan.FromHours(24),
            Fails = true,
        },
    ];

    /// <summary>Ways with a fault in them, each of which must be caught.</summary>
    public static IReadOnlyList<TimelineSettings> Broken { get; } =
    [
        new("marker not looked up")
        {
            Kills = true,
            Fails = true,
            WritesBlindly = true,
        },
        new("stale reads trusted") { Kills = true, TrustsStaleReads = true },
    ];
}
