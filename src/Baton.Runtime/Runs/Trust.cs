namespace Baton.Runtime.Runs;

/// <summary>
/// How long a holder trusts its lease: from the moment at which its last renewal was attempted, for the lease's duration
/// less a margin. Others may call it lost only after they have seen it unrenewed for the whole duration, and they can't
/// have begun to look before the attempt; so the holder always gives up first, whatever any clock says.
/// </summary>
/// <param name="clock">The boot clock: it goes on while the machine sleeps.</param>
/// <param name="lease">The lease's duration, until a renewal gives another.</param>
/// <param name="since">The clock's reading at the last attempt that succeeded.</param>
internal sealed class Trust(TimeProvider clock, TimeSpan lease, long since)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private TimeSpan _lease = lease;
    private long _since = since;
    private long _attempted = since;

    /// <summary>The clock that it goes by.</summary>
    public TimeProvider Clock => clock;

    /// <summary>How long the lease may still be trusted; zero or less when it may not.</summary>
    public TimeSpan Left => _lease - Margin - clock.GetElapsedTime(_since);

    /// <summary>
    /// How long one word to the store may take while the command works: as long as its kind of store is given, and no more
    /// than half of what is left, so that another can be said after it. In the margin behind the trusted end it is half of
    /// that: others may call the run lost at its end. Who wakes later than that, after sleep, has a few seconds to hear what
    /// became of it: its command works on, and perhaps beside the next one.
    /// </summary>
    public TimeSpan PatienceUpTo(TimeSpan longest)
    {
        var left = Left > TimeSpan.Zero ? Left : Left + Margin;
        var most = left > TimeSpan.Zero ? left / 2 : Late;
        return most < longest ? most : longest;
    }

    /// <summary>
    /// Whether it is over for good: the renewals failed until its end, or one was tried after it. Who wakes late, after
    /// sleep, has not tried yet, and may still hear that nobody has called the run lost.
    /// </summary>
    public bool IsSpent =>
        Left <= TimeSpan.Zero && (Failing || clock.GetElapsedTime(_since, _attempted) >= _lease - Margin);

    /// <summary>How long until the next renewal is to be tried.</summary>
    public TimeSpan UntilRenewal
    {
        get
        {
            var pause = Failing ? Retry : _lease / 3;
            return pause - clock.GetElapsedTime(_attempted);
        }
    }

    /// <summary>Whether the last attempt failed.</summary>
    public bool Failing { get; private set; }

    private TimeSpan Margin => _lease / 10;

    private TimeSpan Retry => _lease / 30 < TimeSpan.FromSeconds(1) ? _lease / 30 : TimeSpan.FromSeconds(1);

    /// <summary>Notes that a renewal is being tried; gives the reading to confirm it with.</summary>
    public long Attempt() => _attempted = clock.GetTimestamp();

    /// <summary>Notes that an attempt succeeded, and which lease it gave.</summary>
    public void Confirm(long attempt, TimeSpan given) => (_since, _lease, Failing) = (attempt, given, false);

    /// <summary>Notes that an attempt failed.</summary>
    public void Fail() => Failing = true;
}
