namespace Baton.Engine.Resources;

/// <summary>Whether priority counts in the rank of the runs of a group.</summary>
public enum LineOrder
{
    /// <summary>Rank = time of asking − priority × aging / 20.</summary>
    Priority,

    /// <summary>Rank = time of asking alone.</summary>
    Fifo,
}
