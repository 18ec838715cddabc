namespace Baton.Runtime.Stores;

/// <summary>The clocks of this machine, as a store that lives on it needs them (promise 9).</summary>
public interface IScopeClock
{
    /// <summary>Inside which <see cref="BootTicks"/> can be compared: boot id and time namespace; empty where they are not known, and then it never can.</summary>
    string Domain { get; }

    /// <summary>Time since the machine started, sleep counted; in ticks of 100 ns. It never goes back inside a domain.</summary>
    long BootTicks { get; }

    /// <summary>The wall clock, UTC, in ticks of 100 ns since the year 1. It may jump either way.</summary>
    long WallTicks { get; }
}
