namespace Baton.Workflows.Syntax;

/// <summary>How far a permission goes; each level has those before it.</summary>
public enum PermissionLevel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Reading.</summary>
    Read,

    /// <summary>Reading and writing.</summary>
    Write,
}
