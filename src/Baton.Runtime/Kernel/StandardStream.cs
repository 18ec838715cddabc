using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// Standard output or standard error as a file that is only written. The console's own streams switch a terminal into
/// its application mode at the first byte and leave it there, and a file stream keeps a position of its own, which
/// would write over what a child has written to the same file in between.
/// </summary>
/// <param name="descriptor">1 or 2.</param>
public sealed class StandardStream(int descriptor) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether anybody can still read it: of a pipe without a reader the system says so before anything is written.</summary>
    public unsafe bool IsHeard
    {
        get
        {
            var entry = new PollEntry { Descriptor = descriptor, Interest = Posix.PollOut };
            return Libc.Poll(&entry, 1, 0) <= 0 || (entry.Happened & (Posix.PollError | Posix.PollHangup)) == 0;
        }
    }

    /// <summary>Writes all of it.</summary>
    /// <exception cref="IOException">It can't be written; nobody reading any more is no failure.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Posix.IgnoreBrokenPipes();
        while (buffer.Length > 0)
        {
            var written = Once(buffer);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else if (!MayGoOn(Marshal.GetLastPInvokeError()))
                return;
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override void Flush() { } // nothing is kept back

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private unsafe nint Once(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
            return Libc.Write(descriptor, start, bytes.Length);
    }

    /// <summary>True to write again, false where nobody reads any more.</summary>
    private bool MayGoOn(int error)
    {
        if (error == Posix.BrokenPipe)
            return false;
        if (error == Posix.Interrupted)
            return true;
        if (error == Posix.TryAgain)
        {
            AwaitRoom();
            return true;
        }

        var name = descriptor == 1 ? "standard output" : "standard error";
        throw new IOException($"{name} can't be written: {Posix.Describe(error)}");
    }

    // Whoever shares the pipe may have made it one that doesn't wait.
    private unsafe void AwaitRoom()
    {
        var entry = new PollEntry { Descriptor = descriptor, Interest = Posix.PollOut };
        _ = Libc.Poll(&entry, 1, -1);
    }
}
