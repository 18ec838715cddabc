namespace Baton.Proof.Simulating;

/// <summary>A machine's boot clock as one of its processes has it: an offset from the world's time, and timers that are moments.</summary>
internal sealed class SimulatedClock(Schedule schedule, SimulatedProcess owner, TimeSpan offset) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => schedule.Now + offset.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + offset + schedule.Time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new OneShot(schedule, owner, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class OneShot(Schedule schedule, SimulatedProcess owner, Action act) : ITimer
    {
        private Moment? _moment;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
                throw new NotSupportedException("nobody needs timers that come again");
            Dispose();
            _moment = dueTime == Timeout.InfiniteTimeSpan ? null : schedule.After(dueTime, owner, act);
            return true;
        }

        public void Dispose()
        {
            if (_moment is not null)
                _moment.IsOver = true;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
