namespace Baton.Engine.Resources;

/// <summary>Which running runs an arrival stops, once it is first in line and due.</summary>
public enum Stops
{
    /// <summary>None: it waits.</summary>
    None,

    /// <summary>Older runs of no higher priority.</summary>
    Older,

    /// <summary>Runs of lower base priority.</summary>
    Lower,
}
