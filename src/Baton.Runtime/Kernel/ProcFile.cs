using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Runtime.Kernel;

/// <summary>What a file of <c>/proc</c> says, or the error that reading it met.</summary>
/// <param name="Bytes">The content; null when it could not be read.</param>
/// <param name="Error">The error number; 0 when it could be read.</param>
internal readonly record struct ProcFile(byte[]? Bytes, int Error)
{
    private const int FirstSize = 4096,
        Largest = 64 << 20;

    /// <summary>The content as text, without the line's end.</summary>
    internal string? Text => Bytes is null ? null : Encoding.UTF8.GetString(Bytes).TrimEnd('\n');

    /// <summary>True when the process has gone: the file was never there, or its process went while it was read.</summary>
    internal bool IsGone => Bytes is null && Error is Posix.NoEntry or Posix.NoSuchProcess;

    /// <summary>Reads a whole file, in three calls for a small one: this runs at the start of every process.</summary>
    internal static ProcFile Read(string path)
    {
        var descriptor = Libc.Open(path, Posix.ReadOnly | Posix.CloseOnExec);
        if (descriptor < 0)
        {
            return new ProcFile(null, Marshal.GetLastPInvokeError());
        }

        try
        {
            return ReadAll(descriptor);
        }
        finally
        {
            _ = Libc.Close(descriptor);
        }
    }

    /// <summary>Where a link of <c>/proc</c> points; null when it can't be read.</summary>
    internal static unsafe string? Link(string path)
    {
        const int size = 512;
        var buffer = stackalloc byte[size];
        var length = Libc.ReadLink(path, buffer, size);
        return length is > 0 and < size ? Encoding.UTF8.GetString(buffer, (int)length) : null;
    }

    private static unsafe ProcFile ReadAll(int descriptor)
    {
        var buffer = new byte[FirstSize];
        var filled = 0;
        while (filled < Largest)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 4);
            }

            nint got;
            fixed (byte* start = buffer)
            {
                got = Libc.Read(descriptor, start + filled, buffer.Length - filled);
            }

            if (got == 0)
            {
                break;
            }

            if (got < 0 && Marshal.GetLastPInvokeError() is var error && error != Posix.Interrupted)
            {
                return new ProcFile(null, error);
            }

            filled += (int)Math.Max(got, 0);
        }

        Array.Resize(ref buffer, filled);
        return new ProcFile(buffer, 0);
    }
}
