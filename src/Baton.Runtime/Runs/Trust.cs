namespace Baton.Runtime.Runs;

/// <summary>
/// How long a holder trusts its lease: from the moment at which its last renewal was attempted, for the lease's duration
/// less a margin. Others may call it lost only after they have seen it unrenewed for the whole duration, and they can't
/// have begun to look before the attempt; so the holder always gives up first, whatever any clock says.
/// </summary>
/// <param name="clock">The boot clock: it goes on while the machine sleeps.</param>
/// <param name="lease">The lease's duration.</param>
/// <param name="since">The clock's reading at the last attempt that succeeded.</param>
internal sealed class Trust(TimeProvider clock, TimeSpan lease, long since)
{
    // Who says a word to the store also looks after the command and its signals, so it can't stand in line for long.
    private static readonly TimeSpan LongestWord = TimeSpan.FromSeconds(1);

    private long _since = since;
    private long _attempted = since;

    /// <summary>The clock that it goes by.</summary>
    public TimeProvider Clock => clock;

    /// <summary>How long the lease may still be trusted; zero or less when it may not.</summary>
    public TimeSpan Left => lease - Margin - clock.GetElapsedTime(_since);

    /// <summary>
    /// How long one word to the store may take while the command works: a second, and no more than half of what is left, so
    /// that another can be said after it. In the margin behind the trusted end it is half of that: others may call the run
    /// lost at its end. Who wakes later than that, after sleep, has a second to hear what became of it.
    /// </summary>
    public TimeSpan Patience
    {
        get
        {
            var left = Left > TimeSpan.Zero ? Left : Left + Margin;
            return left > TimeSpan.Zero && left / 2 < LongestWord ? left / 2 : LongestWord;
        }
    }

    /// <summary>
    /// Whether it is over for good: the renewals failed until its end, or one was tried after it. Who wakes late, after
    /// sleep, has not tried yet, and may still hear that nobody has called the run lost.
    /// </summary>
    public bool IsSpent =>
        Left <= TimeSpan.Zero && (Failing || clock.GetElapsedTime(_since, _attempted) >= lease - Margin);

    /// <summary>How long until the next renewal is to be tried.</summary>
    public TimeSpan UntilRenewal
    {
        get
        {
            var pause = Failing ? Retry : lease / 3;
            return pause - clock.GetElapsedTime(_attempted);
        }
    }

    /// <summary>Whether the last attempt failed.</summary>
    public bool Failing { get; private set; }

    private TimeSpan Margin => lease / 10;

    private TimeSpan Retry => lease / 30 < TimeSpan.FromSeconds(1) ? lease / 30 : TimeSpan.FromSeconds(1);

    /// <summary>Notes that a renewal is being tried; gives the reading to confirm it with.</summary>
    public long Attempt() => _attempted = clock.GetTimestamp();

    /// <summary>Notes that an attempt succeeded.</summary>
    public void Confirm(long attempt) => (_since, Failing) = (attempt, false);

    /// <summary>Notes that an attempt failed.</summary>
    public void Fail() => Failing = true;
}
