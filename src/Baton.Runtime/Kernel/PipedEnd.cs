namespace Baton.Runtime.Kernel;

/// <summary>How a program ended that was fed and read.</summary>
public abstract record PipedEnd
{
    private PipedEnd() { } // closed: every case is here

    /// <summary>It ended by itself, or by a signal of somebody else's.</summary>
    /// <param name="End">How.</param>
    /// <param name="Output">What it wrote to its standard output.</param>
    /// <param name="Errors">What it wrote to its standard error; the first 64 KiB of it.</param>
    public sealed record Ended(ChildEnd End, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Errors) : PipedEnd;

    /// <summary>It took too long; it and its process group were killed.</summary>
    /// <param name="Errors">What it had written to its standard error.</param>
    public sealed record TimedOut(ReadOnlyMemory<byte> Errors) : PipedEnd;

    /// <summary>It wrote more than it may; it and its process group were killed.</summary>
    public sealed record TooMuch : PipedEnd;

    /// <summary>It could not be started.</summary>
    /// <param name="Message">Why, in one sentence.</param>
    public sealed record Refused(string Message) : PipedEnd;
}
