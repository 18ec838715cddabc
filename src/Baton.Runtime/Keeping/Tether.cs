using Baton.Runtime.Kernel;

namespace Baton.Runtime.Keeping;

/// <summary>
/// What ties a keeper to its starter until the run is handed over. The starter says <see cref="Kept"/> once it has told
/// its own caller which run it is; ends it before, in whatever way, nobody knows of the run and the keeper ends it.
/// </summary>
/// <param name="orders">What the starter says.</param>
public sealed class Tether(PipeEnd orders)
{
    /// <summary>The word that hands the run over.</summary>
    public const string Kept = "kept";

    /// <summary>What to wait for, until the run is handed over.</summary>
    public PipeEnd Source => orders;

    /// <summary>Whether the run was handed over.</summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>Whether the starter is gone without having handed it over.</summary>
    public bool IsCut => orders.IsOver && !IsHandedOver;

    /// <summary>Hears what has come.</summary>
    public void Hear() => IsHandedOver |= orders.Take().Contains(Kept);
}
