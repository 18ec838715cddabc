namespace Baton.Runtime.Runs;

/// <summary>A run's own folder for what its command needs only while it runs; goes with the run.</summary>
public sealed class OwnFolder : IDisposable
{
    /// <summary>Makes a folder for its user alone.</summary>
    public OwnFolder(string run)
    {
        Path = Directory.CreateTempSubdirectory($"baton-{run}-").FullName;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Removes it with all that is in it; what can't be removed stays.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somebody still writes there, or took the right away: a rest in the temporary folder is no failure of the run.
        }
    }
}
