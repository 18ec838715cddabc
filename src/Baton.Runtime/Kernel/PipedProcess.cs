using System.Buffers;
using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// A program that is fed, read and waited for, all in one <c>poll(2)</c>. It gets a session of its own: no terminal that
/// it could ask at, no Ctrl-C that was meant for a command, and one process group that is killed as a whole.
/// </summary>
/// <remarks>It blocks the calling thread: a run waits for nothing else while it asks its store.</remarks>
public sealed unsafe class PipedProcess
{
    private const int Chunk = 1 << 16,
        Slice = 50,
        MostErrors = 1 << 16;

    // What a program leaves running may keep its pipes open; whatever the program itself wrote is in them by then.
    private static readonly TimeSpan AfterEnd = TimeSpan.FromMilliseconds(200);

    private readonly PipedCommand _command;
    private readonly TimeProvider _clock;
    private readonly ArrayBufferWriter<byte> _output = new(),
        _errors = new();
    private readonly long _started;
    private int _pid,
        _input,
        _reading,
        _complaining,
        _fed;
    private ChildEnd? _end;

    private PipedProcess(PipedCommand command, TimeProvider clock) =>
        (_command, _clock, _started) = (command, clock, clock.GetTimestamp());

    /// <summary>Runs one to its end.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="clock">Measures the deadline.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <exception cref="OperationCanceledException">It was called off, and the program killed.</exception>
    public static PipedEnd Run(PipedCommand command, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellation.ThrowIfCancellationRequested();
        Posix.IgnoreBrokenPipes();
        SignalDispositions.KeepEndedChildren();
        var process = new PipedProcess(command, clock);
        if (process.Start() is { } refused)
            return refused;
        try
        {
            return process.Attend(cancellation);
        }
        finally
        {
            process.PutAway();
        }
    }

    private PipedEnd.Refused? Start()
    {
        var (input, output, errors) = (Pipes.Make(), Pipes.Make(), Pipes.Make());
        var files = new PipedFiles(input.Reading, output.Writing, errors.Writing);
        var environment = _command.Environment.Select(entry => $"{entry.Key}={entry.Value}").ToArray();
        var path = _command.Environment.TryGetValue("PATH", out var value) ? value : ProgramSearch.UsualPath;
        var error = Posix.NoEntry;
        foreach (var candidate in ProgramSearch.Along(path, _command.Arguments[0]))
            if ((error = Spawner.Start(candidate, (_command.Arguments, environment), files, out _pid)) == 0)
                break;
        foreach (var end in (ReadOnlySpan<int>)[input.Reading, output.Writing, errors.Writing])
            _ = Libc.Close(end);
        (_input, _reading, _complaining) = (input.Writing, output.Reading, errors.Reading);
        Pipes.NeverBlock(_input, _reading, _complaining);
        if (error == 0)
            return null;
        CloseAll();
        return new(
            error == Posix.NoEntry
                ? $"Can't find the program '{_command.Arguments[0]}'."
                : $"Can't start {_command.Arguments[0]}: {Posix.Describe(error)}."
        );
    }

    private PipedEnd Attend(CancellationToken cancellation)
    {
        var endedAt = 0L;
        while (true)
        {
            Move();
            if (_output.WrittenCount > _command.MostOutput)
                return new PipedEnd.TooMuch();
            if (_end is null && (_end = Collect()) is not null)
                endedAt = _clock.GetTimestamp();
            var isRead = _reading < 0 && _complaining < 0;
            if (_end is not null && (isRead || _clock.GetElapsedTime(endedAt) >= AfterEnd))
                return new PipedEnd.Ended(_end, _output.WrittenMemory, _errors.WrittenMemory);
            cancellation.ThrowIfCancellationRequested();
            if (_clock.GetElapsedTime(_started) >= _command.Deadline)
                return new PipedEnd.TimedOut(_errors.WrittenMemory);
        }
    }

    /// <summary>Waits a little, then moves what can be moved.</summary>
    private void Move()
    {
        if (_fed == _command.Input.Length)
            Close(ref _input);
        var entries = stackalloc PollEntry[3];
        entries[0] = new PollEntry { Descriptor = _input, Interest = Posix.PollOut };
        entries[1] = new PollEntry { Descriptor = _reading, Interest = Posix.PollIn };
        entries[2] = new PollEntry { Descriptor = _complaining, Interest = Posix.PollIn };
        // With both pipes closed only the end of the process is waited for, which comes at once.
        var slice = _reading < 0 && _complaining < 0 ? 1 : Slice;
        if (Libc.Poll(entries, 3, slice) <= 0)
            return;
        if (entries[0].Happened != 0)
            Feed();
        if (entries[1].Happened != 0)
            Read(ref _reading, _output, int.MaxValue);
        if (entries[2].Happened != 0)
            Read(ref _complaining, _errors, MostErrors);
    }

    private void Feed()
    {
        fixed (byte* first = _command.Input.Span[_fed..])
        {
            var written = Libc.Write(_input, first, _command.Input.Length - _fed);
            if (written >= 0)
                _fed += (int)written;
            else if (
                Marshal.GetLastPInvokeError() is var error
                && error != Posix.TryAgain
                && error != Posix.Interrupted
            )
                Close(ref _input); // it reads no more
        }
    }

    private static void Read(ref int descriptor, ArrayBufferWriter<byte> into, int most)
    {
        fixed (byte* first = into.GetSpan(Chunk))
        {
            var got = (int)Libc.Read(descriptor, first, Chunk);
            if (got > 0 && into.WrittenCount < most)
                into.Advance(got);
            else if (got == 0)
                Close(ref descriptor);
            else if (got < 0 && Marshal.GetLastPInvokeError() is var error)
                if (error != Posix.TryAgain && error != Posix.Interrupted)
                    Close(ref descriptor);
        }
    }

    private ChildEnd? Collect()
    {
        int status;
        var answer = Libc.WaitProcess(_pid, &status, Posix.NoHang);
        return answer == _pid ? ChildEnd.Of(status)
            : answer < 0 && Marshal.GetLastPInvokeError() == Posix.NoChild ? new ChildEnd.NotKnown()
            : null;
    }

    private void PutAway()
    {
        if (_end is null)
        {
            // It has not been collected, so that its id, which is its group's too, can't be another's.
            _ = Libc.Kill(-_pid, Posix.Kill);
            int status;
            while (Libc.WaitProcess(_pid, &status, 0) < 0 && Marshal.GetLastPInvokeError() == Posix.Interrupted) { }
        }

        CloseAll();
    }

    private void CloseAll()
    {
        Close(ref _input);
        Close(ref _reading);
        Close(ref _complaining);
    }

    private static void Close(ref int descriptor)
    {
        if (descriptor >= 0)
            _ = Libc.Close(descriptor);
        descriptor = -1;
    }
}
