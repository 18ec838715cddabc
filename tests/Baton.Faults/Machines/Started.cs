using System.Diagnostics;
using System.Globalization;

namespace Baton.Faults.Machines;

/// <summary>A program that a test has started.</summary>
public sealed class Started : IDisposable
{
    private readonly Process _process;
    private readonly object _lock = new();
    private readonly List<string> _errors = [];
    private readonly List<string> _outputs = [];
    private readonly List<(string Part, bool Error, TaskCompletionSource<string> Heard)> _listeners = [];

    public Started(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data, _outputs, error: false);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, _errors, error: true);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its process id.</summary>
    public int Pid => _process.Id;

    /// <summary>What it reads.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>Waits for a line on standard error that has a part.</summary>
    public Task<string> Complains(string part) => Hear(part, error: true);

    /// <summary>Waits for a line on standard output that has a part.</summary>
    public Task<string> Says(string part) => Hear(part, error: false);

    /// <summary>Waits for its end.</summary>
    public Task<Ended> End() => End(Machine.Bound);

    /// <summary>Waits for its end, for long.</summary>
    public async Task<Ended> End(TimeSpan bound)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(bound);
        lock (_lock)
            return new(_process.ExitCode, string.Join('\n', _outputs), string.Join('\n', _errors));
    }

    /// <summary>Waits for its death, though what it has started may still hold its output.</summary>
    public async Task Dies()
    {
        using var tail = Process.Start(
            "tail",
            ["--pid", Pid.ToString(CultureInfo.InvariantCulture), "-f", "/dev/null"]
        );
        await tail.WaitForExitAsync().WaitAsync(Machine.Bound);
    }

    /// <summary>Sends a signal to it alone.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, Pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
        _process.Dispose();
    }

    private async Task<string> Hear(string part, bool error)
    {
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if ((error ? _errors : _outputs).Find(line => line.Contains(part, StringComparison.Ordinal)) is { } line)
                return line;
            _listeners.Add((part, error, heard));
        }
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(heard.Task, ended).WaitAsync(Machine.Bound) == ended && !heard.Task.IsCompleted)
            throw new InvalidOperationException(
                $"it ended and never said '{part}'; it said:\n{string.Join('\n', _outputs.Concat(_errors))}"
            );
        return await heard.Task;
    }

    private void Take(string? line, List<string> lines, bool error)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            lines.Add(line);
            foreach (
                var listener in _listeners.Where(one =>
                    one.Error == error && line.Contains(one.Part, StringComparison.Ordinal)
                )
            )
                listener.Heard.TrySetResult(line);
        }
    }
}

/// <summary>How a program ended.</summary>
public sealed record Ended(int Code, string Output, string Errors)
{
    /// <summary>Whether it was told that its lease was over, as may happen to a short one on a busy machine.</summary>
    public bool SaysItsLeaseWasLost => Errors.Contains("the lease of run ", StringComparison.Ordinal);
}
