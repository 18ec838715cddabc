using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>What <c>/proc/PID/stat</c> says of a process (proc_pid_stat(5)).</summary>
/// <param name="Pid">Its id.</param>
/// <param name="State">One letter: R, S, D, T, Z, ….</param>
/// <param name="Parent">Its parent's id; 0 when that is outside the namespace.</param>
/// <param name="Flags">The kernel's flags.</param>
/// <param name="Threads">How many threads it has.</param>
/// <param name="StartTime">Its start after boot, in clock ticks.</param>
internal sealed record ProcessStat(int Pid, char State, int Parent, uint Flags, int Threads, long StartTime)
{
    private const uint KernelThread = 0x00200000;

    internal ProcessIdentity Identity => new(Pid, StartTime);

    /// <summary>
    /// True when nothing of it runs any more. One whose first thread has ended while others go on is shown as a zombie
    /// too, but with more than one thread.
    /// </summary>
    internal bool IsDead => State is 'X' or 'x' || (State == 'Z' && Threads <= 1);

    internal bool IsKernelThread => (Flags & KernelThread) != 0;

    /// <summary>Reads it; null when the process has gone or hides.</summary>
    internal static ProcessStat? Read(int pid) =>
        ProcFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat")).Bytes is { } bytes
            ? Parse(bytes)
            : null;

    /// <summary>Parses it; null when it is not of this form.</summary>
    internal static ProcessStat? Parse(ReadOnlySpan<byte> line)
    {
        // The name in parentheses is chosen by the process and may hold anything, also ") R 1": count from the last ')'.
        var open = line.IndexOf((byte)'(');
        var close = line.LastIndexOf((byte)')');
        if (open < 2 || close < open || !int.TryParse(line[..(open - 1)], out var pid))
        {
            return null;
        }

        Span<long> fields = stackalloc long[23];
        var state = '\0';
        var number = 3;
        var rest = line[(close + 1)..];
        foreach (var range in rest.Trim((byte)' ').Split((byte)' '))
        {
            var field = rest.Trim((byte)' ')[range];
            if (number == 3)
            {
                state = field.Length == 1 ? (char)field[0] : '\0';
            }
            else if (number > 22)
            {
                break;
            }
            else if (
                !long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out fields[number])
            )
            {
                // Only fields that may be larger than a long are let go (none of those that are used).
                fields[number] = -1;
            }

            number++;
        }

        return number > 22 && state != '\0' && fields[22] >= 0
            ? new ProcessStat(pid, state, (int)fields[4], (uint)fields[9], (int)fields[20], fields[22])
            : null;
    }
}
