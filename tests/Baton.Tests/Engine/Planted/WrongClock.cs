namespace Baton.Tests.Engine.Planted;

/// <summary>A clock that tells less or more time than has passed.</summary>
internal sealed class WrongClock(TimeProvider real) : TimeProvider
{
    private long _back;

    /// <summary>How many seconds it tells for each.</summary>
    public int Rate { get; init; } = 1;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override long GetTimestamp() => (real.GetTimestamp() * Rate) - _back;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>What has passed since doesn't count.</summary>
    public void GoBackTo(long reading) => _back += GetTimestamp() - reading;
}
