namespace Baton.Runtime.Kernel;

/// <summary>How a child ended.</summary>
public abstract record ChildEnd
{
    private ChildEnd() { }

    /// <summary>The code to exit with on its behalf: its own, 128 + the signal's number, or 255 when not known.</summary>
    public abstract int ExitCode { get; }

    /// <summary>It ended by itself.</summary>
    /// <param name="Code">Its exit code, 0-255.</param>
    public sealed record Exited(int Code) : ChildEnd
    {
        /// <inheritdoc/>
        public override int ExitCode => Code;
    }

    /// <summary>A signal ended it.</summary>
    /// <param name="Signal">The signal's number.</param>
    public sealed record Signalled(int Signal) : ChildEnd
    {
        /// <inheritdoc/>
        public override int ExitCode => 128 + Signal;
    }

    /// <summary>It has ended, and somebody else took the news of how.</summary>
    public sealed record NotKnown : ChildEnd
    {
        /// <inheritdoc/>
        public override int ExitCode => 255;
    }

    /// <summary>Reads the status of <c>waitpid(2)</c>.</summary>
    internal static ChildEnd Of(int status) =>
        (status & 0x7f) == 0 ? new Exited((status >> 8) & 0xff) : new Signalled(status & 0x7f);
}
