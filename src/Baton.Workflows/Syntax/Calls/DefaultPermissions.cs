namespace Baton.Workflows.Syntax.Calls;

/// <summary>What a repository's settings give to the tokens of its jobs.</summary>
public enum DefaultPermissions
{
    /// <summary>Reading contents and packages.</summary>
    Read,

    /// <summary>Writing everything but what must be asked for by name.</summary>
    Write,
}
