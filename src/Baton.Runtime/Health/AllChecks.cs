using Baton.Runtime.Health.Checks;

namespace Baton.Runtime.Health;

/// <summary>Everything that the doctor looks at, in the order in which it is told.</summary>
public static class AllChecks
{
    /// <summary>The list.</summary>
    public static IReadOnlyList<Check> List { get; } =
    [
        new ConfigurationCheck(),
        new ModeCheck(),
        new ScopeCheck(),
        new StoreNameCheck(),
        new StoreCheck(),
        new RemoteCheck(),
        new PushWorkflowsCheck(),
        new PermissionsCheck(),
        new FileSystemCheck(),
        new SpaceCheck(),
        new LogCheck(),
        new IntegrityCheck(),
        new AuditCheck(),
        new RecordedSettingsCheck(),
        new HiddenStopCheck(),
        new BootClockCheck(),
        new WallClockCheck(),
        new KernelCheck(),
        new BellsCheck(),
        new RunsCheck(),
        new LeftoversCheck(),
        new SessionCheck(),
    ];

    /// <summary>What all of them find.</summary>
    public static IReadOnlyList<Diagnosis> Of(Examination seen) => [.. List.SelectMany(check => check.Judge(seen))];
}
