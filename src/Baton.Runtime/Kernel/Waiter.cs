using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// The one place where <c>baton</c> waits: for its bell, its child, the pipe of whom it follows and signals, all in one
/// <c>poll(2)</c> call.
/// </summary>
/// <remarks>
/// Waiting on tasks would start the thread pool and cost more than everything else that a short run does; the file
/// system watcher would wake every waiting process at each change. One poll wakes one process, within some 50 µs.
/// </remarks>
/// <param name="clock">Measures the bound of a wait; the boot clock goes on while the machine sleeps.</param>
public sealed class Waiter(TimeProvider clock)
{
    private const int SliceWithoutDescriptor = 20;
    private const int LongestSlice = 60_000;

    /// <summary>Waits until one of the sources has something, or the time is over.</summary>
    /// <param name="sources">What to wait for; at most a few.</param>
    /// <param name="bound">The longest wait; zero only looks.</param>
    /// <returns>The sources that have something, in the given order; none when the time was over.</returns>
    /// <exception cref="KernelException">The kernel can't wait.</exception>
    public IReadOnlyList<WakeSource> Wait(IReadOnlyList<WakeSource> sources, TimeSpan bound)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var left = bound - clock.GetElapsedTime(started);
            var ready = Poll(sources, Milliseconds(left, sources));
            if (ready.Count > 0 || left <= TimeSpan.Zero)
            {
                return ready;
            }
        }
    }

    private static int Milliseconds(TimeSpan left, IReadOnlyList<WakeSource> sources)
    {
        // Rounded up: rounding down would spin through the last millisecond.
        var whole = (int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, LongestSlice);
        return sources.Any(source => source.Descriptor < 0) ? Math.Min(whole, SliceWithoutDescriptor) : whole;
    }

    private static unsafe List<WakeSource> Poll(IReadOnlyList<WakeSource> sources, int milliseconds)
    {
        Span<PollEntry> entries = stackalloc PollEntry[sources.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new PollEntry { Descriptor = sources[i].Descriptor, Interest = sources[i].Interest };
        }

        int count;
        fixed (PollEntry* first = entries)
        {
            count = Libc.Poll(first, (nuint)entries.Length, milliseconds);
        }

        if (count < 0 && Marshal.GetLastPInvokeError() != Posix.Interrupted)
        {
            throw KernelException.Last("Can't wait");
        }

        var ready = new List<WakeSource>();
        for (var i = 0; i < entries.Length; i++)
        {
            var told = count > 0 && entries[i].Happened != 0;
            if (told || (entries[i].Descriptor < 0 && sources[i].LookAround()))
            {
                ready.Add(sources[i]);
            }
        }

        return ready;
    }
}
