namespace Baton.Runtime.Kernel;

/// <summary>What this process can have of the kernel and the service manager; what is missing makes Baton slower or blinder, never wrong.</summary>
public sealed record KernelAbilities
{
    private const int GetChildSubreaper = 37;

    /// <summary>Whether processes can be looked at, and named so that others of the same domain understand it.</summary>
    public bool SeesProcesses { get; init; }

    /// <summary>Why some processes are hidden; null when none are.</summary>
    public string? Hiding { get; init; }

    /// <summary>Whether there are handles on processes (pidfd_open(2)).</summary>
    public bool HasHandles { get; init; }

    /// <summary>Whether orphans of a command come to its baton (PR_SET_CHILD_SUBREAPER).</summary>
    public bool AdoptsOrphans { get; init; }

    /// <summary>In which domain the boot clock counts.</summary>
    public required ClockDomain Clocks { get; init; }

    /// <summary>The boot clock; null where it can't be read.</summary>
    public TimeSpan? SinceBoot { get; init; }

    /// <summary>The user that this process acts as.</summary>
    public uint User { get; init; }

    /// <summary>Whether systemd ends this process when its user's last session ends.</summary>
    public bool EndsWithSession { get; init; }

    /// <summary>Tries all of it; changes nothing.</summary>
    public static KernelAbilities Here(BootClock clock) =>
        new()
        {
            SeesProcesses = ProcessDomain.Here().IsKnown && ProcessTable.Read() is not null,
            Hiding = ProcessTable.Hiding(),
            HasHandles = CanOpenHandle(),
            AdoptsOrphans = CanAdopt(),
            Clocks = ClockDomain.Here(),
            SinceBoot = Read(clock),
            User = OperatingSystem.IsWindows() ? 0 : Libc.EffectiveUser(),
            EndsWithSession = !OperatingSystem.IsWindows() && IsInUserManager(Libc.EffectiveUser()),
        };

    private static bool CanOpenHandle()
    {
        if (OperatingSystem.IsWindows())
            return false;
        var descriptor = Pidfd.Open(Libc.ProcessId());
        if (descriptor >= 0)
            _ = Libc.Close(descriptor);
        return descriptor >= 0;
    }

    private static unsafe bool CanAdopt()
    {
        int adopts;
        return OperatingSystem.IsLinux() && Libc.ProcessControl(GetChildSubreaper, (nuint)(&adopts), 0, 0, 0) == 0;
    }

    private static TimeSpan? Read(BootClock clock)
    {
        try
        {
            return clock.SinceBoot;
        }
        catch (KernelException)
        {
            return null;
        }
    }

    // What runs below user@UID.service ends with it, and that ends with the last session unless the user lingers:
    // https://www.freedesktop.org/software/systemd/man/latest/loginctl.html#enable-linger%20USER%E2%80%A6
    private static bool IsInUserManager(uint user)
    {
        var service = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/user@{user}.service");
        return ControlGroup.PathOf(Libc.ProcessId()) is { } group
            && (group + "/").Contains(service + "/", StringComparison.Ordinal)
            && !File.Exists($"/var/lib/systemd/linger/{Environment.UserName}");
    }
}
