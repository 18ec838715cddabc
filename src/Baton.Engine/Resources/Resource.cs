namespace Baton.Engine.Resources;

/// <summary>
/// A resource that is in use, paused or has recorded settings. The others have no row: an empty resource is forgotten,
/// so its settings are those of the request that finds it empty.
/// </summary>
public sealed record Resource(ResourceName Name, ResourceSettings Settings)
{
    /// <summary>Whether the settings were recorded by `apply`, and so outlive the resource's use.</summary>
    public bool Recorded { get; init; }

    /// <summary>Whether it grants nothing until somebody resumes it.</summary>
    public bool Paused { get; init; }

    /// <summary>Units held, lingering ones too.</summary>
    public int Held { get; init; }

    /// <summary>Runs that wait for it, a burst counted once.</summary>
    public int Pending { get; init; }

    /// <summary>Units that nobody holds; below zero after the capacity was lowered.</summary>
    public int Left => Settings.Capacity - Held;

    /// <summary>Whether it is empty and nothing is recorded: the next request's settings hold, also while it is paused.</summary>
    public bool IsVacant => Held == 0 && Pending == 0 && !Recorded;

    /// <summary>Whether nothing speaks for keeping it.</summary>
    public bool IsForgettable => IsVacant && !Paused;
}
