namespace Baton.Runtime.Coordination;

/// <summary>What whoever calls a run lost does with the processes that are left of it.</summary>
public enum RemainsOfTheLost
{
    /// <summary>They are ended before what the run held is granted again.</summary>
    Ended,

    /// <summary>They are left alone: the run was only observed and held nothing, and nobody waits for them to go.</summary>
    Left,
}
