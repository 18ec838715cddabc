namespace Baton.Runtime.Configuration;

/// <summary>What a request does when its key is held.</summary>
public enum OnDuplicate
{
    /// <summary>It ends as a duplicate.</summary>
    End,

    /// <summary>It waits for the owner, and takes over when that fails.</summary>
    Wait,
}
