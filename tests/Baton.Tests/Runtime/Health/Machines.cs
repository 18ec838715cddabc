using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Audit;
using Baton.Runtime.Ci;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Configuration;
using Baton.Runtime.Health;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Tests.Runtime.Health;

/// <summary>A machine on which all is well, and others on which one thing isn't.</summary>
public static class Machines
{
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public static readonly RunId Id = new("01JD3Q7XG5M9V2T8K4B6N0C1RA");
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly StoreFacts Files = new()
    {
        Path = "/s/baton.db",
        Folder = new("/s", Private | UnixFileMode.UserExecute, 7, true, 0),
        File = new("/s/baton.db", Private, 7, false, 4096),
        Log = new("/s/baton.db-wal", Private, 7, false, 4096),
        Line = new("/s/baton.db-line", Private, 7, false, 0),
        Bells = new("/s/baton.db.runs", Private, 7, true, 0),
        Mount = new Mount.Local(),
        FreeBytes = 1L << 40,
    };

    public static readonly ScopeFacts Inside = new()
    {
        Entries = 3,
        Audit = new AuditVerdict.Whole(AuditHead.None),
        LastClock = new(Instant.Zero, "boot", 5, Now.UtcTicks),
    };

    public static readonly Examination Sound = new()
    {
        Settings = new ConfigurationReading.Read(BatonConfiguration.Empty, "baton.yml"),
        Site = new("acme/shop", new StorePlace.File("/s/baton.db"), BatonConfiguration.Empty, new CiEnvironment()),
        Store = Files,
        Scope = Inside,
        Kernel = new()
        {
            SeesProcesses = true,
            HasHandles = true,
            AdoptsOrphans = true,
            Clocks = new("boot/time:1"),
            SinceBoot = TimeSpan.FromHours(1),
            User = 7,
        },
        Now = Now,
    };

    /// <summary>The check that tells, what it has to say of it, and what was seen.</summary>
    public static readonly Examination Far = Sound with
    {
        Store = null,
        Scope = null,
        Remote = new("postgres://db/baton"),
    };

    public static IEnumerable<TheoryDataRow<string, Condition, string, Examination>> Unsound =>
        [
            .. Seen(
                "remote-store",
                Condition.Problem,
                "7 is missing",
                Far with
                {
                    Remote = new("") { Faults = ["7 is missing"] },
                }
            ),
            .. StartingMachines.Unsound,
            .. Store(
                "permissions",
                Condition.Problem,
                "can't write /s/baton.db (mode 600)",
                Files with
                {
                    File = Files.File! with { IsWritable = false },
                }
            ),
            .. Store(
                "permissions",
                Condition.Problem,
                "belongs to user 8; this is user 7",
                Files with
                {
                    File = Files.File! with { IsWritable = false, Owner = 8 },
                }
            ),
            .. Store(
                "permissions",
                Condition.Warning,
                "user 8 owns /s/baton.db",
                Files with
                {
                    File = Files.File! with { Owner = 8 },
                }
            ),
            .. Store(
                "permissions",
                Condition.Warning,
                "others may write /s/baton.db (mode 622)",
                Files with
                {
                    File = Files.File! with { Mode = Private | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite },
                }
            ),
            .. Store("file-system", Condition.Problem, "(nfs)", Files with { Mount = new Mount.Shared("nfs") }),
            .. Store("space", Condition.Problem, "has 1 MB left", Files with { FreeBytes = 1 << 20 }),
            .. Store("space", Condition.Warning, "has 100 MB left", Files with { FreeBytes = 100 << 20 }),
            .. Store(
                "log",
                Condition.Warning,
                "has 100 MB",
                Files with
                {
                    Log = Files.Log! with { Bytes = 100 << 20 },
                }
            ),
            .. Store(
                "integrity",
                Condition.Problem,
                "is damaged: row 3 missing",
                Files with
                {
                    Faults = ["row 3 missing"],
                }
            ),
            .. Store(
                "bells",
                Condition.Problem,
                "is no folder",
                Files with
                {
                    Bells = Files.Bells! with { IsFolder = false },
                }
            ),
            .. Store(
                "bells",
                Condition.Problem,
                "can't be written",
                Files with
                {
                    Bells = Files.Bells! with { IsWritable = false },
                }
            ),
            .. Store(
                "bells",
                Condition.Warning,
                "others may write",
                Files with
                {
                    Bells = Files.Bells! with { Mode = Private | UnixFileMode.OtherWrite },
                }
            ),
            .. Store(
                "store",
                Condition.Problem,
                "may not look into /s",
                Files with
                {
                    File = null,
                    IsFolderOpen = false,
                }
            ),
            .. Store("store", Condition.Problem, "its log /s/baton.db-wal is still there", Files with { File = null }),
            .. Enum.GetValues<StoreFault>()
                .SelectMany(fault =>
                    Store(
                        "store",
                        Condition.Problem,
                        "/s/baton.db: it is so",
                        Files with
                        {
                            Failure = new StoreException(fault, "/s/baton.db: it is so. Do this."),
                        }
                    )
                ),
            .. Scope(
                "leftovers",
                Condition.Warning,
                "can't look for what dead runs left: it is closed",
                Inside with
                {
                    LeftoversUnseen = "it is closed",
                }
            ),
            .. Seen("mode", Condition.Warning, "BATON_MODE says observe", Sound with { ModeOfVariable = Mode.Observe }),
            .. Scope(
                "audit",
                Condition.Problem,
                "broken at entry 2: it is missing",
                Inside with
                {
                    Audit = new AuditVerdict.Broken(2, "it is missing"),
                }
            ),
            .. Scope(
                "wall-clock",
                Condition.Warning,
                "is 5 h behind",
                Inside with
                {
                    LastClock = Inside.LastClock! with { WallTicks = Now.AddHours(5).UtcTicks },
                }
            ),
            .. Scope(
                "runs",
                Condition.Warning,
                $"run {Id} is running and its owner is dead: group g",
                Inside with
                {
                    Leftovers = new([new Leftover.DeadRun(Asked())], []),
                }
            ),
            .. Scope(
                "runs",
                Condition.Warning,
                $"run {Id} is running and its owner is of another boot",
                Inside with
                {
                    OfOtherBoot = [Asked()],
                }
            ),
            .. Scope(
                "runs",
                Condition.Warning,
                $"lost run {Id} may have left processes",
                Inside with
                {
                    Leftovers = new([new Leftover.Processes(Asked())], []),
                }
            ),
            .. Scope(
                "leftovers",
                Condition.Warning,
                "left 2 files and folders: /a, /b",
                Inside with
                {
                    Leftovers = new([new Leftover.DeadBell(Id, "/a"), new Leftover.Folder(Id, "/b")], []),
                }
            ),
            .. Scope(
                "hidden-stop",
                Condition.Warning,
                "runs of w ask for key k and group g with cancel-running",
                Inside with
                {
                    Lately = [Asked(Need.Key("k"), Cancelling("g"))],
                }
            ),
            .. Kernel(
                "kernel",
                Condition.Warning,
                "can't be looked at in /proc",
                Sound.Kernel with
                {
                    SeesProcesses = false,
                }
            ),
            .. Kernel("kernel", Condition.Warning, "hidepid", Sound.Kernel with { Hiding = "hidepid" }),
            .. Kernel("kernel", Condition.Warning, "pidfd_open", Sound.Kernel with { HasHandles = false }),
            .. Kernel(
                "kernel",
                Condition.Warning,
                "PR_SET_CHILD_SUBREAPER",
                Sound.Kernel with
                {
                    AdoptsOrphans = false,
                }
            ),
            .. Kernel("boot-clock", Condition.Problem, "can't be read", Sound.Kernel with { SinceBoot = null }),
            .. Kernel(
                "boot-clock",
                Condition.Warning,
                "goes on by the wall clock",
                Sound.Kernel with
                {
                    Clocks = ClockDomain.NotKnown,
                }
            ),
            .. Seen(
                "configuration",
                Condition.Problem,
                "baton.yml:2:1: group: this key is not known",
                Sound with
                {
                    Settings = new ConfigurationReading.Malformed([
                        new("baton.yml", 2, 1, "group: this key is not known"),
                    ]),
                }
            ),
            .. Seen(
                "scope",
                Condition.Warning,
                "after the name of the folder",
                Sound with
                {
                    Site = Sound.Site! with { ScopeFrom = ScopeSource.Folder },
                }
            ),
            .. Seen(
                "store-name",
                Condition.Problem,
                "thrown away",
                Sound with
                {
                    Site = null,
                    SiteFaults = ["thrown away", "name another"],
                }
            ),
            .. Seen(
                "store-name",
                Condition.Warning,
                "thrown away after the job",
                Sound with
                {
                    Site = Sound.Site! with { Ci = new CiEnvironment { IsDisposable = true } },
                }
            ),
            .. Seen(
                "session",
                Condition.Warning,
                "with the last session",
                Sound with
                {
                    Kernel = Sound.Kernel with { EndsWithSession = true },
                    Site = Sound.Site! with { Ci = new CiEnvironment { Service = CiService.GitLab } },
                }
            ),
        ];

    public static Run Asked(params Need[] needs) =>
        new()
        {
            Id = Id,
            Ask = new Ask
            {
                Run = Id,
                Request = new RequestId("r"),
                Owner = Owner.Unknown,
                Needs = needs.Length > 0 ? [.. needs] : [Need.Group("g")],
                Origin = new Origin { Workflow = "w" },
            },
            State = RunState.Running,
            AskedAt = Instant.Zero,
            Place = default!,
            Needs = [.. needs],
            Priority = 20,
        };

    public static Need Cancelling(string group) =>
        Need.Group(group, 1, ResourceSettings.Default with { Stops = Stops.Older });

    private static IEnumerable<TheoryDataRow<string, Condition, string, Examination>> Seen(
        string check,
        Condition condition,
        string part,
        Examination seen
    ) => [new(check, condition, part, seen) { TestDisplayName = $"{check}: {part}" }];

    private static IEnumerable<TheoryDataRow<string, Condition, string, Examination>> Store(
        string check,
        Condition condition,
        string part,
        StoreFacts store
    ) =>
        Seen(
            check,
            condition,
            part,
            Sound with
            {
                Store = store,
                Scope = store is { File: not null, Failure: null } ? Inside : null,
            }
        );

    private static IEnumerable<TheoryDataRow<string, Condition, string, Examination>> Scope(
        string check,
        Condition condition,
        string part,
        ScopeFacts scope
    ) => Seen(check, condition, part, Sound with { Scope = scope });

    private static IEnumerable<TheoryDataRow<string, Condition, string, Examination>> Kernel(
        string check,
        Condition condition,
        string part,
        KernelAbilities kernel
    ) => Seen(check, condition, part, Sound with { Kernel = kernel });
}
