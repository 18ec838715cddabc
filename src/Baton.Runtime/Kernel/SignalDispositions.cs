using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>Which signals this process was told to ignore, as by <c>nohup</c>; known on Linux only.</summary>
internal static class SignalDispositions
{
    /// <summary>True when the signal is ignored now.</summary>
    internal static bool IsIgnored(int signal)
    {
        const string label = "SigIgn:\t";
        var text = ProcFile.Read("/proc/self/status").Text ?? "";
        var at = text.IndexOf(label, StringComparison.Ordinal);
        return at >= 0
            && ulong.TryParse(
                text.AsSpan(at + label.Length, 16),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture,
                out var mask
            )
            && (mask & (1UL << (signal - 1))) != 0;
    }

    /// <summary>Makes the kernel keep ended children until they are asked for, which an inherited "ignore" forbids.</summary>
    internal static void KeepEndedChildren()
    {
        if (IsIgnored(Posix.ChildChanged))
        {
            _ = Libc.SetSignal(Posix.ChildChanged, 0);
        }
    }
}
