using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// The signals that ask <c>baton</c> to end or that belong to its child: SIGINT, SIGTERM, SIGHUP, SIGQUIT. Caught from
/// creation to disposal, and then told by <see cref="Take"/>.
/// </summary>
/// <remarks>
/// A signal that this process was started to ignore (<c>nohup</c>) stays ignored, for the child too. Those that came
/// while nobody waited are kept.
/// </remarks>
public sealed class Signals : WakeSource, ISignals
{
    private static readonly (PosixSignal Signal, int Number)[] s_caught =
    [
        (PosixSignal.SIGINT, Posix.Interrupt),
        (PosixSignal.SIGTERM, Posix.Terminate),
        (PosixSignal.SIGHUP, Posix.Hangup),
        (PosixSignal.SIGQUIT, Posix.Quit),
    ];

    private readonly Lock _lock = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly int _reading;
    private int _writing;

    private Signals(int reading, int writing)
    {
        _reading = reading;
        _writing = writing;
    }

    WakeSource IWakeable.Source => this;

    internal override int Descriptor => _reading;

    internal override short Interest => Posix.PollIn;

    /// <summary>Begins to catch them.</summary>
    public static unsafe Signals Catch()
    {
        Posix.IgnoreBrokenPipes();
        var ends = stackalloc int[2];

        // macOS has no pipe2(2): there the pipe reaches the child, where nobody uses it.
        var answer = OperatingSystem.IsLinux()
            ? Libc.PipeWith(ends, Posix.CloseOnExec | Posix.NonBlocking)
            : Libc.Pipe(ends);
        if (answer != 0)
        {
            throw KernelException.Last("Can't make a pipe for signals");
        }

        var signals = new Signals(ends[0], ends[1]);
        var ignored = SignalDispositions.Ignored([.. s_caught.Select(entry => entry.Number)]);
        foreach (var (signal, number) in s_caught.Where(entry => !ignored.Contains(entry.Number)))
        {
            signals._registrations.Add(
                PosixSignalRegistration.Create(
                    signal,
                    context =>
                    {
                        context.Cancel = true;
                        signals.Remember(number);
                    }
                )
            );
        }

        return signals;
    }

    /// <summary>The signals since the last time, in order; call it when a <see cref="Waiter"/> says that there are some.</summary>
    public unsafe IReadOnlyList<PosixSignal> Take()
    {
        const int size = 64;
        var look = new PollEntry { Descriptor = _reading, Interest = Posix.PollIn };
        var buffer = stackalloc byte[size];
        var taken = new List<PosixSignal>();
        if (Libc.Poll(&look, 1, 0) > 0)
        {
            var count = (int)Libc.Read(_reading, buffer, size);
            for (var i = 0; i < count; i++)
            {
                var number = buffer[i];
                taken.Add(s_caught.First(entry => entry.Number == number).Signal);
            }
        }

        return taken;
    }

    /// <summary>Stops catching them.</summary>
    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        lock (_lock)
        {
            if (_writing >= 0)
            {
                _ = Libc.Close(_writing);
                _ = Libc.Close(_reading);
                _writing = -1;
            }
        }
    }

    /// <summary>The system's number of a caught signal; a program that it ends exits with 128 more.</summary>
    /// <exception cref="ArgumentException">The signal is none of those that are caught.</exception>
    public static int NumberOf(PosixSignal signal) =>
        s_caught.FirstOrDefault(entry => entry.Signal == signal).Number is > 0 and var number
            ? number
            : throw new ArgumentException($"{signal} is not passed on.", nameof(signal));

    private unsafe void Remember(int number)
    {
        // On a thread of the pool, and perhaps after the end: the descriptor may be another file's by then.
        lock (_lock)
        {
            var one = (byte)number;
            _ = _writing >= 0 ? Libc.Write(_writing, &one, 1) : 0;
        }
    }
}
