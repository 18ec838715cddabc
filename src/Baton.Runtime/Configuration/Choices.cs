namespace Baton.Runtime.Configuration;

/// <summary>The words for each choice.</summary>
public static class Choices
{
    /// <summary>Words for <see cref="Configuration.Mode"/>.</summary>
    public static readonly Words<Mode> Mode = new(
        ("enforce", Configuration.Mode.Enforce),
        ("observe", Configuration.Mode.Observe)
    );

    /// <summary>Words for <see cref="Configuration.OnUnavailable"/>.</summary>
    public static readonly Words<OnUnavailable> OnUnavailable = new(
        ("fail", Configuration.OnUnavailable.Fail),
        ("proceed", Configuration.OnUnavailable.Proceed)
    );

    /// <summary>Words for <see cref="Configuration.ReadOnlyStore"/>.</summary>
    public static readonly Words<ReadOnlyStore> ReadOnly = new(
        ("fail", ReadOnlyStore.Fail),
        ("skip", ReadOnlyStore.Skip),
        ("proceed", ReadOnlyStore.Proceed)
    );

    /// <summary>Words for <see cref="GroupPolicy"/>.</summary>
    public static readonly Words<GroupPolicy> Policy = new(
        ("queue", GroupPolicy.Queue),
        ("skip", GroupPolicy.Skip),
        ("latest", GroupPolicy.Latest),
        ("cancel-running", GroupPolicy.CancelRunning),
        ("preempt", GroupPolicy.Preempt)
    );

    /// <summary>Words for <see cref="GroupOrder"/>.</summary>
    public static readonly Words<GroupOrder> Order = new(("priority", GroupOrder.Priority), ("fifo", GroupOrder.Fifo));

    /// <summary>Words for <see cref="GroupOverflow"/>.</summary>
    public static readonly Words<GroupOverflow> Overflow = new(
        ("reject", GroupOverflow.Reject),
        ("drop-older", GroupOverflow.DropOlder)
    );

    /// <summary>Words for <see cref="Configuration.Preempted"/>.</summary>
    public static readonly Words<Preempted> Preempted = new(
        ("end", Configuration.Preempted.End),
        ("requeue", Configuration.Preempted.Requeue)
    );

    /// <summary>Words for <see cref="Configuration.OnFailure"/>.</summary>
    public static readonly Words<OnFailure> OnFailure = new(
        ("release", Configuration.OnFailure.Release),
        ("hold", Configuration.OnFailure.Hold)
    );

    /// <summary>Words for <see cref="Configuration.OnDuplicate"/>.</summary>
    public static readonly Words<OnDuplicate> OnDuplicate = new(
        ("end", Configuration.OnDuplicate.End),
        ("wait", Configuration.OnDuplicate.Wait)
    );

    /// <summary>Words for <see cref="PushPreset"/>.</summary>
    public static readonly Words<PushPreset> Preset = new(("automation", PushPreset.Automation));

    /// <summary>Words for <see cref="PushResolution"/>.</summary>
    public static readonly Words<PushResolution> Resolve = new(
        ("mine", PushResolution.Mine),
        ("remote", PushResolution.Remote),
        ("union", PushResolution.Union),
        ("json", PushResolution.Json),
        ("yaml", PushResolution.Yaml),
        ("jsonl", PushResolution.Jsonl),
        ("csv", PushResolution.Csv),
        ("regenerate", PushResolution.Regenerate),
        ("fail", PushResolution.Fail)
    );
}
