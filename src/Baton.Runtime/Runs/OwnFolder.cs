using Baton.Runtime.Kernel;

namespace Baton.Runtime.Runs;

/// <summary>A run's own folder for what its command needs only while it runs; goes with the run.</summary>
public sealed class OwnFolder : IDisposable
{
    private const string Prefix = "baton-";

    /// <summary>What matches the names of all of them.</summary>
    public const string Pattern = Prefix + "*-*";

    private readonly IMachine _machine;

    /// <summary>Makes a folder for its user alone.</summary>
    public OwnFolder(IMachine machine, string run)
    {
        _machine = machine;
        Path = machine.MakeFolder($"{Prefix}{run}-");
    }

    /// <summary>The run that a folder is named after; null where it is named otherwise.</summary>
    public static string? RunOf(string path)
    {
        var parts = System.IO.Path.GetFileName(path).Split('-');
        return parts is ["baton", var run, _] && Asking.Ulid.Is(run) ? run : null;
    }

    /// <summary>
    /// Why a folder must not be removed as one of this user's; null where it may be. Anybody may put a folder or a link of
    /// such a name beside ours.
    /// </summary>
    public static string? WhyNotOurs(string path) =>
        PathFacts.Of(path) switch
        {
            { IsFolder: true, IsOpenToOthers: false, Owner: { } owner } when owner == PathFacts.User => null,
            { IsFolder: true, IsOpenToOthers: false, Owner: null } => null,
            _ => "was not made by a run of this user",
        };

    /// <summary>Removes one that was left behind.</summary>
    /// <exception cref="IOException">Something in it can't be removed.</exception>
    public static void Remove(string path) => Directory.Delete(path, recursive: true);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Removes it with all that is in it; what can't be removed stays.</summary>
    public void Dispose() => _machine.RemoveFolder(Path);
}
