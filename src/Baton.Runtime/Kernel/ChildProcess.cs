using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// The command of a run. Its stdin, stdout, stderr and terminal are those of <c>baton</c>; it has something for a
/// <see cref="Waiter"/> when it has ended.
/// </summary>
/// <remarks>
/// It stays in the process group of <c>baton</c>: so it may read from the terminal, and whoever kills the group kills
/// both. Ctrl-C therefore reaches it from the terminal itself, see <see cref="PassOn"/>.
/// </remarks>
public sealed class ChildProcess : WakeSource, IDisposable
{
    private readonly ProcessIdentity? _adopter;
    private int _descriptor;
    private ChildEnd? _end;

    private ChildProcess(int pid, TreeNote note, ProcessIdentity? adopter)
    {
        Pid = pid;
        Note = note;
        _adopter = adopter;
        _descriptor = Pidfd.Open(pid);
    }

    /// <summary>Its process id.</summary>
    public int Pid { get; }

    /// <summary>What to write beside the bell, for whoever comes after a lost owner.</summary>
    public TreeNote Note { get; }

    internal override int Descriptor => _descriptor;

    internal override short Interest => Posix.PollIn;

    /// <summary>Starts a command.</summary>
    /// <exception cref="ArgumentException">An argument or variable holds a NUL character, or there is no program.</exception>
    public static ChildStart Start(ChildCommand command)
    {
        Check(command);
        SignalDispositions.KeepEndedChildren();
        var adopts = command.Orphans == Orphans.Adopt && Adopt();
        return new ProgramSearch(command).Start(out var pid) is { } refused
            ? refused
            : new ChildStart.Started(
                new ChildProcess(
                    pid,
                    TreeNote.Ours(command.Run, ProcessIdentity.Of(pid)),
                    adopts ? ProcessIdentity.Self() : null
                )
            );
    }

    /// <summary>How it ended; null while it runs. Never waits.</summary>
    public unsafe ChildEnd? Collect()
    {
        if (_end is null)
        {
            int status;
            var answer = Libc.WaitProcess(Pid, &status, Posix.NoHang);
            _end =
                answer == Pid ? ChildEnd.Of(status)
                : answer < 0 && Marshal.GetLastPInvokeError() == Posix.NoChild ? new ChildEnd.NotKnown()
                : null;
        }

        return _end;
    }

    /// <summary>
    /// Passes a signal on to the child alone, unless the terminal has sent it to the child already: SIGINT and SIGQUIT
    /// while this process is in the terminal's foreground group. (Who sent a signal is not told; a SIGINT sent by hand
    /// to a <c>baton</c> in the foreground is therefore not passed on; SIGTERM is.)
    /// </summary>
    /// <param name="signal">SIGINT, SIGTERM, SIGHUP or SIGQUIT.</param>
    public void PassOn(PosixSignal signal)
    {
        if (signal is not (PosixSignal.SIGINT or PosixSignal.SIGQUIT) || !Terminal.IsForeground())
        {
            Send(Signals.NumberOf(signal));
        }
    }

    /// <summary>Asks the child and all it has started to end (SIGTERM): a shell runs its trap only once its command has ended.</summary>
    public void AskToStop()
    {
        Send(Posix.Terminate);
        foreach (var member in TreeScan.Look(Note, _adopter)?.Members.Where(member => member.Pid != Pid) ?? [])
        {
            _ = Pidfd.Send(member.Identity, Posix.Terminate);
        }
    }

    /// <summary>Kills the child and all it has started.</summary>
    /// <param name="clock">Measures the bound.</param>
    /// <param name="bound">The longest that it may take.</param>
    public RemainsAnswer EndAll(TimeProvider clock, TimeSpan bound)
    {
        var answer = new TreeEnding(Note, _adopter, clock).Run(bound);
        if (answer is RemainsAnswer.CannotTell)
        {
            // Where there is no /proc at least the child itself is ended.
            Send(Posix.Kill);
        }

        _ = new Waiter(clock).Wait([this], bound);
        _ = Collect();
        return answer;
    }

    /// <summary>Asks all to stop, waits for the grace, then kills what is left.</summary>
    /// <param name="grace">How long they have.</param>
    /// <param name="clock">Measures the grace.</param>
    public RemainsAnswer Stop(TimeSpan grace, TimeProvider clock)
    {
        var pause = TimeSpan.FromMilliseconds(20);
        var waiter = new Waiter(clock);
        var started = clock.GetTimestamp();
        AskToStop();
        while (grace - clock.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
        {
            if (Collect() is null)
            {
                _ = waiter.Wait([this], left);
            }
            else if (TreeScan.Look(Note, _adopter) is not { Members.Count: > 0 })
            {
                break;
            }
            else
            {
                _ = waiter.Wait([], pause < left ? pause : left);
            }
        }

        return EndAll(clock, Remains.Bound);
    }

    /// <summary>Lets go of the child; it is not ended.</summary>
    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = Libc.Close(_descriptor);
            _descriptor = -1;
        }
    }

    internal override bool LookAround() => Collect() is not null;

    private void Send(int signal)
    {
        // Not collected yet, so its id can't have become another's.
        if (Collect() is null)
        {
            _ = Libc.Kill(Pid, signal);
        }
    }

    private static bool Adopt()
    {
        const int setChildSubreaper = 36;
        return OperatingSystem.IsLinux() && Libc.ProcessControl(setChildSubreaper, 1, 0, 0, 0) == 0;
    }

    private static void Check(ChildCommand command)
    {
        if (command.Arguments.Count == 0 || command.Arguments[0].Length == 0)
        {
            throw new ArgumentException("There is no program to start.", nameof(command));
        }

        if (
            command
                .Arguments.Concat(command.Environment.Keys)
                .Concat(command.Environment.Values)
                .Any(text => text.Contains('\0', StringComparison.Ordinal))
        )
        {
            throw new ArgumentException("An argument or variable holds a NUL character.", nameof(command));
        }
    }
}
