namespace Baton.Runtime.Kernel;

/// <summary>
/// What one process asks of the machine on which it meets others: to wait, to ring and to watch them, to look whether they
/// live, to start and to end work. Everything that a coordinator does passes through here or through its store, so that
/// the same coordinator runs over a machine that is made up, whose faults can be chosen and repeated.
/// </summary>
public interface IMachine
{
    /// <summary>The boot clock: it never goes back, and goes on while the machine sleeps.</summary>
    TimeProvider Clock { get; }

    /// <summary>Waits until one of the sources has something, or the time is over; see <see cref="Waiter"/>.</summary>
    ValueTask<IReadOnlyList<WakeSource>> WaitAsync(IReadOnlyList<WakeSource> sources, TimeSpan bound);

    /// <summary>Begins to catch the signals to this process.</summary>
    ISignals Catch();

    /// <summary>Hangs up the bell of a run of this process.</summary>
    /// <exception cref="Stores.StoreException">The folder of the bells can't be written.</exception>
    IBell Hang(string run);

    /// <summary>Rings the bell of a run; one that is gone or elsewhere is found by whoever looks for it.</summary>
    void Ring(string run);

    /// <summary>Begins to watch the owner of a run's bell; nothing if nobody holds it.</summary>
    IWakeable? Watch(string run);

    /// <summary>Whether a process of this machine's domain lives.</summary>
    Liveness Look(ProcessIdentity process);

    /// <summary>Since when processes of this machine have seen a run stand so, on its boot clock; see <see cref="Sightings"/>.</summary>
    long SeenSince(Sighting sighting);

    /// <summary>Forgets since when a run was seen to stand as it did: it was called lost.</summary>
    void ForgetSeen(string run);

    /// <summary>Kills exactly this process; says whether it is gone.</summary>
    bool End(ProcessIdentity process);

    /// <summary>Ends every process that the owner of a run left behind; says whether all are certainly gone.</summary>
    ValueTask<bool> EndRemainsAsync(string run);

    /// <summary>Removes the bell and the note of a run whose owner is gone.</summary>
    void Clear(string run);

    /// <summary>Begins the note of a run of this process, before it starts anything.</summary>
    /// <exception cref="Stores.StoreException">The folder of the notes can't be written.</exception>
    void BeginNote(string run);

    /// <summary>Removes the note of a run of this process.</summary>
    void ForgetNote(string run);

    /// <summary>Starts a command; nothing if it was refused.</summary>
    IChild? Start(ChildCommand command, out ChildStart.Refused? refused);

    /// <summary>Makes a temporary folder for its user alone, whose name begins so; gives its path.</summary>
    string MakeFolder(string prefix);

    /// <summary>Removes such a folder with all that is in it; what can't be removed stays.</summary>
    void RemoveFolder(string path);
}
