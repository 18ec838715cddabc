namespace Baton.Runtime.Configuration;

/// <summary>Rules for conflicts that have a name.</summary>
public enum PushPreset
{
    /// <summary>This run's data, the branch's everything else.</summary>
    Automation,
}
