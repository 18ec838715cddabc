using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>The numbers behind the names of POSIX; where macOS differs from Linux, both are here.</summary>
internal static class Posix
{
    internal const int NotPermitted = 1,
        NoEntry = 2,
        NoSuchProcess = 3,
        Interrupted = 4,
        NoSuchDevice = 6;
    internal const int TooLong = 7,
        NotExecutable = 8,
        NoChild = 10,
        AccessDenied = 13,
        Exists = 17;
    internal const int NotADirectory = 20,
        Invalid = 22,
        BrokenPipe = 32;
    internal const int Hangup = 1,
        Interrupt = 2,
        Quit = 3,
        Kill = 9,
        Pipe = 13,
        Terminate = 15;
    internal const int NoHang = 1;
    internal const int ReadOnly = 0,
        WriteOnly = 1,
        ReadWrite = 2;
    internal const short PollIn = 1,
        PollOut = 4,
        PollError = 8,
        PollHangup = 16;

    private static readonly bool Mac = OperatingSystem.IsMacOS();

    internal static readonly int TryAgain = Mac ? 35 : 11;
    internal static readonly int NotImplemented = Mac ? 78 : 38;
    internal static readonly int NonBlocking = Mac ? 0x4 : 0x800;
    internal static readonly int Append = Mac ? 0x8 : 0x400;
    internal static readonly int Make = Mac ? 0x200 : 0x40;
    internal static readonly int CloseOnExec = Mac ? 0x1000000 : 0x80000;
    internal static readonly int NoFollow = Mac ? 0x100 : 0x20000;
    internal static readonly int NoTerminal = Mac ? 0x20000 : 0x100;
    internal static readonly int Stop = Mac ? 17 : 19;
    internal static readonly int ChildChanged = Mac ? 20 : 17;

    static Posix()
    {
        // x64 says 0x20000 where arm64 says 0x8000: the one flag of open(2) here that differs between the two.
        if (!Mac && RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm)
        {
            NoFollow = 0x8000;
        }
    }

    /// <summary>The error of the last call, in the system's words.</summary>
    internal static string Describe(int error) => Marshal.GetPInvokeErrorMessage(error);

    /// <summary>A write to a pipe that nobody reads any more is then an error to look at, not the end of the process.</summary>
    internal static void IgnoreBrokenPipes() => _ = s_ignored;

    private static readonly nint s_ignored = Libc.SetSignal(Pipe, 1);
}
