using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>The command of a run, in the hands of its owner; it has something to wait for when it has ended.</summary>
public interface IChild : IWakeable
{
    /// <summary>How it ended; null while it runs. Never waits.</summary>
    ChildEnd? Collect();

    /// <summary>Writes down what belongs to it, for whoever comes after a lost owner.</summary>
    void Note();

    /// <summary>Passes a signal on to it.</summary>
    void PassOn(PosixSignal signal);

    /// <summary>Asks it and all it has started to end, waits for the grace, then kills what is left.</summary>
    ValueTask StopAsync(TimeSpan grace);

    /// <summary>Kills it and all it has started.</summary>
    ValueTask EndAllAsync();
}
