using System.Globalization;
using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// A process that can't be taken for another: ids are used again, an id together with its start time is not.
/// </summary>
/// <param name="Pid">The process id, above 0.</param>
/// <param name="StartTime">Its start after boot in clock ticks: field 22 of <c>/proc/PID/stat</c>.</param>
public readonly record struct ProcessIdentity(int Pid, long StartTime)
{
    /// <summary>This process; null where there is no <c>/proc</c>.</summary>
    public static ProcessIdentity? Self() => Of(Libc.ProcessId());

    /// <summary>The process that has this id now; null when there is none or it can't be seen.</summary>
    public static ProcessIdentity? Of(int pid) => pid > 0 ? ProcessStat.Read(pid)?.Identity : null;

    /// <summary>Reads the text form <c>pid:start</c>; null when it is not one.</summary>
    public static ProcessIdentity? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return
            colon > 0
            && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            && long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && pid > 0
            ? new ProcessIdentity(pid, start)
            : null;
    }

    /// <summary>
    /// Asks the kernel whether this process lives. Means something in its own <see cref="ProcessDomain"/> only.
    /// A zombie is dead; so is one whose id another process has by now.
    /// </summary>
    public Liveness Look()
    {
        var file = ProcFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{Pid}/stat"));
        if (file.Bytes is { } bytes && ProcessStat.Parse(bytes) is { } stat)
        {
            return stat.StartTime != StartTime || stat.IsDead ? new Liveness.Dead() : new Liveness.Alive();
        }

        // Not to be seen in /proc is not yet dead: mounted with hidepid it hides the processes of others.
        var error = Libc.Kill(Pid, 0) == 0 ? 0 : Marshal.GetLastPInvokeError();
        return error == Posix.NoSuchProcess
            ? new Liveness.Dead()
            : new Liveness.Unknown($"process {Pid.ToString(CultureInfo.InvariantCulture)} can't be looked at in /proc");
    }

    /// <summary>Kills exactly this process, a stopped one too, if it still lives; says whether it is gone.</summary>
    public bool End() => Pidfd.Send(this, Posix.Kill) is 0 or Posix.NoSuchProcess;

    /// <summary>The text form <c>pid:start</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Pid}:{StartTime}");
}
