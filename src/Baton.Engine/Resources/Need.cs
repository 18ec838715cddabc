namespace Baton.Engine.Resources;

/// <summary>What a request asks of one resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Units">Units, 1 to the capacity; <see cref="All"/> for all that there are.</param>
/// <param name="Settings">The settings that the asker believes in; they hold if the resource is empty and none are recorded.</param>
/// <param name="Linger">How long the hold stays after the run.</param>
public sealed record Need(ResourceName Resource, int Units, ResourceSettings Settings, Lingering Linger)
{
    /// <summary>Stands for all units of the resource (`exclusive`).</summary>
    public const int All = 0;

    /// <summary>Whether an arrival waits for the key's owner instead of ending as its duplicate.</summary>
    public bool WaitsForOwner { get; init; }

    /// <summary>
    /// Whether a person asks for the work again: what lingers of a key's window doesn't turn the arrival away, and goes
    /// once it is admitted. An owner that lives does, as it turns everybody away.
    /// </summary>
    public bool AsksAgain { get; init; }

    /// <summary>The settings of every key: one unit and no line.</summary>
    public static readonly ResourceSettings KeySettings = ResourceSettings.Default with { Line = 0 };

    /// <summary>The units that this need takes at a capacity.</summary>
    public int At(int capacity) => Units == All ? capacity : Units;

    /// <summary>Needs units of a group with a line, settings and lock-delay.</summary>
    public static Need Group(
        string name,
        int units = 1,
        ResourceSettings? settings = null,
        TimeSpan? lockDelay = null
    ) => new(ResourceName.Group(name), units, settings ?? ResourceSettings.Default, Lingering.AfterLoss(lockDelay));

    /// <summary>Needs a key for itself, and for the window after its success.</summary>
    public static Need Key(string name, TimeSpan window = default, bool holdAfterFailure = false) =>
        new(ResourceName.Key(name), 1, KeySettings, Lingering.Window(window, holdAfterFailure));

    /// <summary>Needs one of the starts that a rate allows in a span.</summary>
    public static Need Rate(string name, int starts, TimeSpan span) =>
        new(
            ResourceName.Of(ResourceKind.Rate, name),
            1,
            ResourceSettings.Default with
            {
                Capacity = starts,
            },
            Lingering.Since(span)
        );
}
