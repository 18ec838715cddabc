namespace Baton.Workflows.Events.Filters;

/// <summary>What a place of a pattern takes.</summary>
internal enum GlobItemKind
{
    /// <summary>One of some characters.</summary>
    Characters,

    /// <summary><c>*</c>: anything but a slash.</summary>
    WithinFolder,

    /// <summary><c>**</c>: anything.</summary>
    Anything,

    /// <summary><c>**/</c>: nothing, or at least one character and a slash.</summary>
    Folders,
}
