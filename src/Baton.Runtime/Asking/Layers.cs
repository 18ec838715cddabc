using Baton.Engine.Resources;
using Baton.Runtime.Configuration;
using Overflow = Baton.Engine.Resources.Overflow;
using Preempted = Baton.Engine.Resources.Preempted;

namespace Baton.Runtime.Asking;

/// <summary>Lays settings over each other: what the upper says holds, else what the lower says.</summary>
internal static class Layers
{
    public static GroupSettings Over(this GroupSettings upper, GroupSettings lower) =>
        new()
        {
            Policy = upper.Policy ?? lower.Policy,
            Order = upper.Order ?? lower.Order,
            Capacity = upper.Capacity ?? lower.Capacity,
            MaxPending = upper.MaxPending ?? lower.MaxPending,
            Overflow = upper.Overflow ?? lower.Overflow,
            Debounce = upper.Debounce ?? lower.Debounce,
            Grace = upper.Grace ?? lower.Grace,
            LockDelay = upper.LockDelay ?? lower.LockDelay,
            Fence = upper.Fence ?? lower.Fence,
            Rate = upper.Rate ?? lower.Rate,
            Preempted = upper.Preempted ?? lower.Preempted,
        };

    public static KeySettings Over(this KeySettings upper, KeySettings lower) =>
        new()
        {
            Window = upper.Window ?? lower.Window,
            OnFailure = upper.OnFailure ?? lower.OnFailure,
            OnDuplicate = upper.OnDuplicate ?? lower.OnDuplicate,
        };

    /// <summary>The rules of the resource: the preset, and over it what is said one by one.</summary>
    public static ResourceSettings Rules(this GroupSettings said)
    {
        var preset = Policy.Find(Choices.Policy.For(said.Policy ?? GroupPolicy.Queue)) ?? ResourceSettings.Default;
        return preset with
        {
            Capacity = said.Capacity ?? preset.Capacity,
            Line = said.MaxPending ?? preset.Line,
            Overflow = said.Overflow is { } overflow
                ? overflow == GroupOverflow.DropOlder
                    ? Overflow.DropOlder
                    : Overflow.Reject
                : preset.Overflow,
            Order = said.Order == GroupOrder.Fifo ? LineOrder.Fifo : preset.Order,
            Preempted = said.Preempted == Configuration.Preempted.Requeue ? Preempted.Requeue : preset.Preempted,
            Debounce = said.Debounce ?? preset.Debounce,
        };
    }
}
