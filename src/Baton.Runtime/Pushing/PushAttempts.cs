namespace Baton.Runtime.Pushing;

/// <summary>Counts and spaces the tries of a push.</summary>
/// <param name="time">The clock, and when it all began.</param>
/// <param name="around">Chance, and who is told.</param>
/// <param name="patience">How often and how long.</param>
internal sealed class PushAttempts(
    (TimeProvider Clock, long Started) time,
    (Func<double> Chance, IPushObserver Observer) around,
    PushPatience patience
)
{
    // What a remote needs to answer at all; a last try gets that much, whatever is left.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);

    private int failures;

    /// <summary>How often the remote was asked to take it.</summary>
    public int Count { get; private set; }

    /// <summary>How long was waited between tries.</summary>
    public TimeSpan Paused { get; private set; }

    /// <summary>How long one call of git may take.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = patience.Deadline - time.Clock.GetElapsedTime(time.Started);
            return left > Least ? left : Least;
        }
    }

    /// <summary>Whether the time for it is over.</summary>
    public bool IsOver => time.Clock.GetElapsedTime(time.Started) >= patience.Deadline;

    /// <summary>Notes a try.</summary>
    public void Begin() => Count++;

    /// <summary>Notes that something failed, and waits; false where it is not to be tried again.</summary>
    public async ValueTask<bool> AgainAsync(string why, CancellationToken cancellation)
    {
        failures++;
        var pause = patience.Pause(failures, around.Chance());
        var isLast =
            failures >= patience.Attempts || time.Clock.GetElapsedTime(time.Started) + pause >= patience.Deadline;
        around.Observer.Failed(failures, why, isLast ? null : pause);
        if (isLast)
            return false;
        await WaitAsync(pause, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Waits without anything having failed.</summary>
    public async ValueTask WaitAsync(TimeSpan pause, CancellationToken cancellation)
    {
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, time.Clock, cancellation).ConfigureAwait(false);
        Paused += pause;
    }
}
