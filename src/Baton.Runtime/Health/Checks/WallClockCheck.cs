using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>The wall clock is not far behind the store's last writer: over a reboot scope time goes on by it.</summary>
public sealed class WallClockCheck() : Check("wall-clock")
{
    private static readonly TimeSpan Allowed = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Scope?.LastClock is not { } last)
            yield break;
        var behind = new TimeSpan(last.WallTicks - seen.Now.UtcTicks);
        yield return behind > Allowed
            ? Warn(
                $"the wall clock is {Spans.Of(behind)} behind the time of the store's last decision",
                "set the clock (timedatectl set-ntp true); no lease depends on it, but windows last longer over a reboot"
            )
            : Well("the wall clock is not behind the store's last decision");
    }
}
