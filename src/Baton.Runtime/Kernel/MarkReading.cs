using System.Globalization;
using System.Text;

namespace Baton.Runtime.Kernel;

/// <summary>What the environment of a process says of a marker.</summary>
internal enum MarkReading
{
    /// <summary>It has an environment without the marker.</summary>
    Unmarked,

    /// <summary>It carries the marker.</summary>
    Marked,

    /// <summary>It has no environment left: it was started without one, or has written over it.</summary>
    Shed,

    /// <summary>It can't be read.</summary>
    Unreadable,

    /// <summary>It went while it was looked at.</summary>
    Gone,
}

/// <summary>Reads markers from <c>/proc/PID/environ</c>.</summary>
internal sealed class MarkReader(string run)
{
    private readonly byte[] _entry = Encoding.ASCII.GetBytes($"{TreeMark.NameOf(run)}={TreeMark.Value}\0");

    internal MarkReading Read(ProcessStat process)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Pid}");
        if (process.State == 'Z' && process.Threads > 1)
        {
            // Its first thread has ended and shows nothing; the others still do.
            return ReadThreads($"{folder}/task");
        }

        return Judge(ProcFile.Read($"{folder}/environ"));
    }

    private MarkReading ReadThreads(string folder)
    {
        try
        {
            return Directory
                .EnumerateDirectories(folder)
                .Select(task => Judge(ProcFile.Read($"{task}/environ")))
                .FirstOrDefault(reading => reading is MarkReading.Marked or MarkReading.Unmarked, MarkReading.Shed);
        }
        catch (IOException)
        {
            return MarkReading.Gone;
        }
        catch (UnauthorizedAccessException)
        {
            return MarkReading.Unreadable;
        }
    }

    private MarkReading Judge(ProcFile file)
    {
        if (file.Bytes is not { } bytes)
        {
            return file.IsGone ? MarkReading.Gone : MarkReading.Unreadable;
        }

        var at = bytes.AsSpan().IndexOf(_entry);
        while (at > 0 && bytes[at - 1] != 0)
        {
            var next = bytes.AsSpan(at + 1).IndexOf(_entry);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return at >= 0 ? MarkReading.Marked
            : bytes.AsSpan().Contains((byte)'=') ? MarkReading.Unmarked
            : MarkReading.Shed;
    }
}
