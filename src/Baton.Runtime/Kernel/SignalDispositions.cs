using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>Which signals this process was told to ignore, as by <c>nohup</c>; known on Linux only.</summary>
internal static class SignalDispositions
{
    /// <summary>Those of some signals that are ignored now; one look for all of them.</summary>
    internal static IReadOnlyList<int> Ignored(params IReadOnlyList<int> signals)
    {
        const string label = "SigIgn:\t";
        var text = ProcFile.Read("/proc/self/status").Text ?? "";
        var at = text.IndexOf(label, StringComparison.Ordinal);
        var isKnown = ulong.TryParse(
            at < 0 ? "" : text.AsSpan(at + label.Length, 16),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture,
            out var mask
        );
        return isKnown ? [.. signals.Where(signal => (mask & (1UL << (signal - 1))) != 0)] : [];
    }

    /// <summary>Makes the kernel keep ended children until they are asked for, which an inherited "ignore" forbids.</summary>
    internal static void KeepEndedChildren()
    {
        if (Ignored(Posix.ChildChanged).Count > 0)
        {
            _ = Libc.SetSignal(Posix.ChildChanged, 0);
        }
    }
}
