using Baton.Runtime.Kernel;

namespace Baton.Runtime.Runs;

/// <summary>A run's own folder for what its command needs only while it runs; goes with the run.</summary>
public sealed class OwnFolder : IDisposable
{
    private readonly IMachine _machine;

    /// <summary>Makes a folder for its user alone.</summary>
    public OwnFolder(IMachine machine, string run)
    {
        _machine = machine;
        Path = machine.MakeFolder(run);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Removes it with all that is in it; what can't be removed stays.</summary>
    public void Dispose() => _machine.RemoveFolder(Path);
}
