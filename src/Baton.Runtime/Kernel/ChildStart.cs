namespace Baton.Runtime.Kernel;

/// <summary>What became of starting a child.</summary>
public abstract record ChildStart
{
    private ChildStart() { }

    /// <summary>It runs.</summary>
    /// <param name="Child">The child; the caller disposes it.</param>
    public sealed record Started(ChildProcess Child) : ChildStart;

    /// <summary>It could not be started.</summary>
    /// <param name="ExitCode">127 when the program was not found, 126 when it can't be executed, as shells have it.</param>
    /// <param name="Message">Why, in one sentence.</param>
    public sealed record Refused(int ExitCode, string Message) : ChildStart;
}
