using System.Diagnostics;
using Baton.Runtime.Kernel;

namespace Baton.Runtime.Coordination;

/// <summary>The machine that the program runs on. Nothing here is left to other threads: what takes time blocks.</summary>
/// <param name="folder">The folder of the bells and notes: beside the database, for those who share it.</param>
/// <param name="clock">The boot clock.</param>
public sealed class LocalMachine(string folder, TimeProvider clock) : IMachine
{
    private readonly Waiter _waiter = new(clock);
    private readonly Sightings _sightings = new(folder, clock);

    /// <inheritdoc/>
    public TimeProvider Clock => clock;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WakeSource>> WaitAsync(IReadOnlyList<WakeSource> sources, TimeSpan bound) =>
        new(_waiter.Wait(sources, bound));

    /// <inheritdoc/>
    public ISignals Catch() => Signals.Catch();

    /// <inheritdoc/>
    public IBell Hang(string run) => RunFolder.HangUp(folder, run);

    /// <inheritdoc/>
    public void Ring(string run) => _ = Bell.Ring(Bell.PathOf(folder, run));

    /// <inheritdoc/>
    public IWakeable? Watch(string run) =>
        Kernel.Watch.Open(Bell.PathOf(folder, run)) is WatchStart.Watching started ? started.Watch : null;

    /// <inheritdoc/>
    public Liveness Look(ProcessIdentity process) => process.Look();

    /// <inheritdoc/>
    public long SeenSince(Sighting sighting) => _sightings.Since(sighting);

    /// <inheritdoc/>
    public void ForgetSeen(string run) => _sightings.Forget(run);

    /// <inheritdoc/>
    public bool End(ProcessIdentity process) => process.End();

    /// <inheritdoc/>
    public ValueTask<bool> EndRemainsAsync(string run)
    {
        try
        {
            return new(
                IsPutAway(run) && Remains.End(TreeNote.Read(folder, run), clock, Remains.Bound) is RemainsAnswer.Gone
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(false); // who can't look can't say that they are gone
        }
    }

    /// <inheritdoc/>
    public void Clear(string run)
    {
        Bell.Clear(Bell.PathOf(folder, run));
        ForgetNote(run);
    }

    /// <inheritdoc/>
    public void BeginNote(string run) => RunFolder.Write(folder, to => TreeNote.Begin(to, run));

    /// <inheritdoc/>
    public void ForgetNote(string run) => RunFolder.Forget(folder, run);

    /// <inheritdoc/>
    public IChild? Start(ChildCommand command, out ChildStart.Refused? refused)
    {
        refused = null;
        switch (ChildProcess.Start(command))
        {
            case ChildStart.Started started:
                return new LocalChild(started.Child, folder, clock);
            case ChildStart.Refused answer:
                refused = answer;
                return null;
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public string MakeFolder(string prefix) => Directory.CreateTempSubdirectory(prefix).FullName;

    /// <inheritdoc/>
    public void RemoveFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somebody still writes there, or took the right away: a rest in the temporary folder is no failure of the run.
        }
    }

    /// <summary>
    /// Waits until nobody holds the dead owner's bell any more. Between fork and exec a command that is being started has
    /// no marker yet, but it has a copy of the bell; once it has its marker the bell is closed.
    /// </summary>
    private bool IsPutAway(string run)
    {
        using var watch = Watch(run);
        return watch is null || _waiter.Wait([watch.Source], Remains.Bound).Count > 0;
    }
}
