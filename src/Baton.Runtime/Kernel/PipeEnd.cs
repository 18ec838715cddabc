using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Runtime.Kernel;

/// <summary>
/// One end of a pipe between two processes of Baton, over which they send lines of text. Neither end ever blocks: who
/// doesn't read, or doesn't write, can't stop the other.
/// </summary>
public sealed unsafe class PipeEnd : WakeSource, IDisposable
{
    private const int Largest = 4 << 20,
        Patience = 1000;
    private readonly List<byte> _pending = [];
    private int _descriptor;

    internal PipeEnd(int descriptor) => _descriptor = descriptor;

    /// <summary>True once the other end is closed and all that came over it is read.</summary>
    public bool IsOver { get; private set; }

    internal override int Descriptor => _descriptor;

    internal override short Interest => Posix.PollIn;

    /// <summary>The end that this process was started with as its standard input.</summary>
    public static PipeEnd Input() => new(0);

    /// <summary>The end that this process was started with as its standard output.</summary>
    public static PipeEnd Output() => new(1);

    /// <summary>The whole lines that have come since the last time; never waits.</summary>
    public IReadOnlyList<string> Take()
    {
        Fill();
        var end = _pending.LastIndexOf((byte)'\n');
        if (end < 0)
        {
            return [];
        }

        var text = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_pending)[..end]);
        _pending.RemoveRange(0, end + 1);
        return text.Split('\n');
    }

    /// <summary>Sends one line; gives up, and says false, when nobody reads it.</summary>
    public bool Send(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line.ReplaceLineEndings(" ") + "\n").AsSpan();
        while (bytes.Length > 0)
        {
            nint written;
            fixed (byte* start = bytes)
            {
                written = Libc.Write(_descriptor, start, bytes.Length);
            }

            if (written < 0 && !MayGoOn(Marshal.GetLastPInvokeError()))
            {
                return false;
            }

            bytes = bytes[(int)Math.Max(written, 0)..];
        }

        return true;
    }

    /// <summary>Closes it, which the other end hears.</summary>
    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = Libc.Close(_descriptor);
            _descriptor = -1;
        }
    }

    private bool MayGoOn(int error)
    {
        var room = new PollEntry { Descriptor = _descriptor, Interest = Posix.PollOut };
        return error == Posix.Interrupted || (error == Posix.TryAgain && Libc.Poll(&room, 1, Patience) > 0);
    }

    private void Fill()
    {
        const int size = 4096;
        var buffer = stackalloc byte[size];
        while (!IsOver)
        {
            var look = new PollEntry { Descriptor = _descriptor, Interest = Posix.PollIn };
            if (Libc.Poll(&look, 1, 0) <= 0)
            {
                return;
            }

            var got = (int)Libc.Read(_descriptor, buffer, size);
            if (got < 0)
            {
                // What was readable a moment ago fails: there is nobody to hear any more.
                var error = Marshal.GetLastPInvokeError();
                IsOver = error != Posix.Interrupted && error != Posix.TryAgain;
                return;
            }

            IsOver = got == 0 || _pending.Count > Largest;
            _pending.AddRange(new ReadOnlySpan<byte>(buffer, got));
        }
    }
}
