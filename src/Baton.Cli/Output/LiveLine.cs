namespace Baton.Cli.Output;

/// <summary>What a line of a live view is, and so how it is set off.</summary>
public enum LiveLineKind
{
    /// <summary>It says what stands below it.</summary>
    Head,

    /// <summary>The head of something that is paused.</summary>
    PausedHead,

    /// <summary>A run that runs.</summary>
    Running,

    /// <summary>A run that waits.</summary>
    Waiting,

    /// <summary>A run that waits and was passed by others.</summary>
    Passed,

    /// <summary>A remark, or nothing.</summary>
    Aside,
}

/// <summary>A line of a live view.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">At most as long as the terminal is wide.</param>
public readonly record struct LiveLine(LiveLineKind Kind, string Text)
{
    /// <summary>An empty line.</summary>
    public static readonly LiveLine Gap = new(LiveLineKind.Aside, "");
}
