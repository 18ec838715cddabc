namespace Baton.Runtime.Kernel;

/// <summary>The terminal that controls this process, if one does.</summary>
public static class Terminal
{
    /// <summary>True when this process is in the terminal's foreground group, to all of which Ctrl-C sends SIGINT.</summary>
    public static bool IsForeground()
    {
        var terminal = Libc.Open("/dev/tty", Posix.ReadOnly | Posix.CloseOnExec | Posix.NoTerminal);
        if (terminal < 0)
        {
            return false;
        }

        var group = Libc.ForegroundGroup(terminal);
        _ = Libc.Close(terminal);
        return group == Libc.ProcessGroup();
    }
}
