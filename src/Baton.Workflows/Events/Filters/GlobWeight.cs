namespace Baton.Workflows.Events.Filters;

/// <summary>How much a problem of a pattern weighs.</summary>
public enum GlobWeight
{
    /// <summary>GitHub refuses the pattern, and with it the whole file.</summary>
    Refused,

    /// <summary>The pattern is read, but it matches nothing, or not what it seems to.</summary>
    Doubtful,
}
