namespace Baton.Runtime.Configuration;

/// <summary>What happens where the credentials may read the store and not write it: a pull request from a fork, as a rule.</summary>
public enum ReadOnlyStore
{
    /// <summary>The run ends with an error.</summary>
    Fail,

    /// <summary>The command isn't started, and that is no error.</summary>
    Skip,

    /// <summary>The run goes on unprotected, and says so, unless somebody holds what it asks for.</summary>
    Proceed,
}
