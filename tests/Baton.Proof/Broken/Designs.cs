namespace Baton.Proof.Broken;

/// <summary>Every broken design, in the order of the ways in which they break.</summary>
internal static class Designs
{
    public static readonly IReadOnlyList<Design> All =
    [
        .. Labels.All,
        .. NativeConcurrency.All,
        .. LockFiles.All,
        .. Priorities.All,
        .. Registries.All,
        .. SharedFiles.All,
    ];

    /// <summary>The three that are printed unless all are asked for.</summary>
    public static IEnumerable<Design> Shown =>
        All.Where(design => design.Name is "label-lock" or "stale-lock-removed" or "duplicate-cleans-up");

    /// <summary>What is wrong as soon as two work at a time.</summary>
    public static Func<Memory, bool, string?> TwoAtOnce =>
        (memory, _) => memory["working"] > 1 ? "two work at once" : null;

    public static Act Work => new("works", memory => memory["working"]++);

    public static Act Stop => new("is done", memory => memory["working"]--);
}
