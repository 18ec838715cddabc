namespace Baton.Runtime.Health;

/// <summary>How bad it is.</summary>
public enum Condition
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It works, and somebody should know.</summary>
    Warning,

    /// <summary>It doesn't work, or doesn't protect.</summary>
    Problem,
}
