using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using static Baton.Runtime.Configuration.ConfigurationLimits;

namespace Baton.Cli.Options;

/// <summary>What <c>run</c> and <c>acquire</c> ask for; the same words, ranges and defaults as in <c>baton.yml</c>.</summary>
public static class RequestOptions
{
    private const string InFile = "baton.yml, else ";

    /// <summary>Groups.</summary>
    public static readonly Option<GroupWish> Group = new(
        "group",
        "G[=UNITS]",
        "take a group (all its units: G=exclusive) while the command runs",
        ValueReaders.Group
    )
    {
        Short = "-g",
        Repeats = true,
        Default = "the scope, where there is no key either",
    };

    /// <summary>Keys.</summary>
    public static readonly Option<KeyWish> Key = new(
        "key",
        "K[=SPAN]",
        "run once for a key (and SPAN after it); the name may have fields: issue-{issue.number}",
        ValueReaders.Key
    )
    {
        Short = "-k",
        Repeats = true,
    };

    /// <summary>The window of the keys.</summary>
    public static readonly Option<TimeSpan?> KeyWindow = new(
        "key-window",
        "SPAN",
        "how long after a success the keys stay taken",
        ValueReaders.Span(TimeSpan.Zero, Engine.Limits.LongestSpan)
    )
    {
        Default = InFile + "0s",
    };

    /// <summary>What a failure leaves.</summary>
    public static readonly Option<OnFailure?> OnFailure = new(
        "on-failure",
        "release|hold",
        "whether a failure leaves the keys free, or taken for their window",
        ValueReaders.Word(Choices.OnFailure)
    )
    {
        Default = InFile + "release",
    };

    /// <summary>What a duplicate does.</summary>
    public static readonly Option<OnDuplicate?> OnDuplicate = new(
        "on-duplicate",
        "end|wait",
        "whether a duplicate ends at once, or waits for the owner of the key",
        ValueReaders.Word(Choices.OnDuplicate)
    )
    {
        Default = InFile + "end",
    };

    /// <summary>Priority.</summary>
    public static readonly Option<int?> Priority = new(
        "priority",
        "N",
        "0 to 100; the larger goes first",
        ValueReaders.Whole(0, HighestPriority)
    )
    {
        Default = InFile + "20",
    };

    /// <summary>The preset.</summary>
    public static readonly Option<GroupPolicy?> Policy = new(
        "policy",
        "POLICY",
        "queue, skip, latest, cancel-running or preempt: what becomes of a request that can't start at once",
        ValueReaders.Word(Choices.Policy)
    )
    {
        Default = InFile + "queue",
    };

    /// <summary>How long to wait.</summary>
    public static readonly Option<TimeSpan?> MaxWait = new(
        "max-wait",
        "SPAN",
        "how long to wait before giving up",
        ValueReaders.Span(TimeSpan.Zero, LongestWait)
    )
    {
        Default = InFile + "30m",
    };

    /// <summary>The lease.</summary>
    public static readonly Option<TimeSpan?> Lease = new(
        "lease",
        "SPAN",
        "how long the run keeps what it holds without renewing it",
        ValueReaders.Span(ShortestLease, LongestLease)
    )
    {
        Default = InFile + "60s",
    };

    /// <summary>The grace.</summary>
    public static readonly Option<TimeSpan?> Grace = new(
        "grace",
        "SPAN",
        "what a command that is told to stop has for its end",
        ValueReaders.Span(TimeSpan.Zero, LongestWait)
    )
    {
        Default = InFile + "30s",
    };

    /// <summary>The fence.</summary>
    public static readonly Option<string> Fence = new(
        "fence",
        "REMOTE",
        "the git remote that refuses pushes of a run that was overtaken",
        ValueReaders.Text(2000)
    )
    {
        Default = InFile + "none",
    };

    /// <summary>The lock delay.</summary>
    public static readonly Option<TimeSpan?> LockDelay = new(
        "lock-delay",
        "SPAN",
        "how long the groups stay taken after a run was lost",
        ValueReaders.Span(TimeSpan.Zero, LongestWait)
    )
    {
        Default = InFile + "0s",
    };

    /// <summary>The rate.</summary>
    public static readonly Option<Rate> Rate = new(
        "rate",
        "N/SPAN",
        "at most so many starts in a span of time",
        ValueReaders.PerSpan
    );

    /// <summary>The debounce.</summary>
    public static readonly Option<TimeSpan?> Debounce = new(
        "debounce",
        "SPAN",
        "gather a burst of requests for so long, and start once",
        ValueReaders.Span(TimeSpan.Zero, LongestWait)
    )
    {
        Default = InFile + "0s",
    };

    /// <summary>Units of the groups.</summary>
    public static readonly Option<int?> Capacity = new(
        "capacity",
        "UNITS",
        "the units that the groups have",
        ValueReaders.Whole(1, MostUnits)
    )
    {
        Default = InFile + "1",
    };

    /// <summary>Places in the line.</summary>
    public static readonly Option<int?> MaxPending = new(
        "max-pending",
        "N",
        "how many may wait",
        ValueReaders.Whole(0, MostUnits)
    )
    {
        Default = InFile + "as the policy says",
    };

    /// <summary>A full line.</summary>
    public static readonly Option<GroupOverflow?> Overflow = new(
        "overflow",
        "reject|drop-older",
        "who goes when more want to wait",
        ValueReaders.Word(Choices.Overflow)
    )
    {
        Default = InFile + "as the policy says",
    };

    /// <summary>The order of the line.</summary>
    public static readonly Option<GroupOrder?> Order = new(
        "order",
        "priority|fifo",
        "what orders those who wait",
        ValueReaders.Word(Choices.Order)
    )
    {
        Default = InFile + "priority",
    };

    /// <summary>What a preempted run does.</summary>
    public static readonly Option<Preempted?> Preempted = new(
        "preempted",
        "end|requeue",
        "what becomes of a run that a higher priority stopped",
        ValueReaders.Word(Choices.Preempted)
    )
    {
        Default = InFile + "end",
    };

    /// <summary>Whether decisions bind.</summary>
    public static readonly Option<Mode?> Mode = new(
        "mode",
        "enforce|observe",
        "whether decisions bind",
        ValueReaders.Word(Choices.Mode)
    )
    {
        Default = InFile + "enforce",
    };

    /// <summary>What to do with a store that may only be read.</summary>
    public static readonly Option<ReadOnlyStore?> ReadOnly = new(
        "read-only",
        "fail|skip|proceed",
        "what happens when the store may only be read: a fork's token",
        ValueReaders.Word(Choices.ReadOnly)
    )
    {
        Default = "fail",
    };

    /// <summary>What to do without a store.</summary>
    public static readonly Option<OnUnavailable?> OnUnavailable = new(
        "on-unavailable",
        "fail|proceed",
        "what happens when the store can't be reached",
        ValueReaders.Word(Choices.OnUnavailable)
    )
    {
        Default = InFile + "fail",
    };

    /// <summary>The request id.</summary>
    public static readonly Option<string> RequestId = new(
        "request-id",
        "ID",
        "names this request, for a caller that asks again after a lost answer",
        ValueReaders.Text(100)
    )
    {
        Default = "a fresh one",
    };

    /// <summary>The workflow.</summary>
    public static readonly Option<string> Workflow = new(
        "workflow",
        "NAME",
        "the workflow that the run belongs to",
        ValueReaders.Text(200)
    )
    {
        Default = "what the CI service says",
    };

    /// <summary>The payload.</summary>
    public static readonly Option<string> Event = new(
        "event",
        "FILE",
        "the event's payload, JSON, for fields in names",
        ValueReaders.Path
    )
    {
        Default = "GITHUB_EVENT_PATH",
    };

    /// <summary>The exit code of a run that didn't start.</summary>
    public static readonly Option<int?> SkippedExitCode = new(
        "skipped-exit-code",
        "N",
        "the exit code of a duplicate, skipped or filtered run",
        ValueReaders.Whole(0, 255)
    )
    {
        Default = "0",
    };

    /// <summary>Those of a request that is made for one push.</summary>
    public static IReadOnlyList<Option> OfPushes { get; } = [Group, Fence, Priority, MaxWait, Lease, OnUnavailable];

    /// <summary>All that make a request.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        Group,
        Key,
        KeyWindow,
        OnFailure,
        OnDuplicate,
        Priority,
        Policy,
        MaxWait,
        Lease,
        Grace,
        LockDelay,
        Fence,
        Rate,
        Debounce,
        Capacity,
        MaxPending,
        Overflow,
        Order,
        Preempted,
        Mode,
        OnUnavailable,
        ReadOnly,
        RequestId,
        Workflow,
        Event,
        SkippedExitCode,
    ];
}
