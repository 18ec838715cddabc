namespace Baton.Runtime.Asking;

/// <summary>What is wrong with what a user asks for; each has its own exit code.</summary>
public enum AskingFault
{
    /// <summary>Flags or environment variables are wrong, or don't fit together.</summary>
    Usage,

    /// <summary>The repository's settings are wrong, or what they ask for can't be had.</summary>
    Configuration,

    /// <summary>The event's payload can't be read, or lacks a field.</summary>
    Input,
}
