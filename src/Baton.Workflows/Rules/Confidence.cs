namespace Baton.Workflows.Rules;

/// <summary>How sure a finding is.</summary>
public enum Confidence
{
    /// <summary>It follows from what GitHub documents.</summary>
    High,

    /// <summary>It rests on what a script or an action is taken to do.</summary>
    Medium,
}
