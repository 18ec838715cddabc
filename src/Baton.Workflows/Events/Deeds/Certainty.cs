namespace Baton.Workflows.Events.Deeds;

/// <summary>How well something is known.</summary>
public enum Certainty
{
    /// <summary>GitHub says so.</summary>
    Documented,

    /// <summary>Somebody saw it and wrote it down.</summary>
    Observed,

    /// <summary>It follows from what is said elsewhere.</summary>
    Inferred,
}
