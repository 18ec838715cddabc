namespace Baton.Runtime.Configuration;

/// <summary>What happens when the store can't be reached.</summary>
public enum OnUnavailable
{
    /// <summary>The run ends with an error.</summary>
    Fail,

    /// <summary>The run goes on unprotected, and says so.</summary>
    Proceed,
}
