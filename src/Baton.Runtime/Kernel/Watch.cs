using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>Watches the owner of a bell: has something as soon as he puts it away or dies, within about a millisecond.</summary>
/// <remarks>
/// Holds the pipe open for writing only: the kernel reports an error on it once the last reader has gone. Opened for
/// reading too, it would keep the pipe alive itself and never hear anything.
/// </remarks>
public sealed class Watch : WakeSource, IWakeable
{
    private int _descriptor;

    private Watch(int descriptor) => _descriptor = descriptor;

    WakeSource IWakeable.Source => this;

    internal override int Descriptor => _descriptor;

    internal override short Interest => 0;

    /// <summary>Begins to watch.</summary>
    /// <param name="path">The pipe, see <see cref="Bell.PathOf"/>.</param>
    public static WatchStart Open(string path)
    {
        var descriptor = Bell.OpenForWriting(path);
        return descriptor >= 0
            ? new WatchStart.Watching(new Watch(descriptor))
            : new WatchStart.Refused(Bell.Refusal(Marshal.GetLastPInvokeError()));
    }

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = Libc.Close(_descriptor);
            _descriptor = -1;
        }
    }
}
