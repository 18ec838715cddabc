namespace Baton.Runtime.Kernel;

/// <summary>What lies under a path, as far as locks between processes are concerned.</summary>
public abstract record Mount
{
    private Mount() { }

    /// <summary>A local file system: locks and shared memory work between all who see the file.</summary>
    public sealed record Local : Mount;

    /// <summary>A network or shared one, where the kernels that see a file don't see each other's locks.</summary>
    /// <param name="Kind">Its name, as <c>nfs</c>.</param>
    public sealed record Shared(string Kind) : Mount
    {
        /// <summary>Why it is refused, in one sentence.</summary>
        public string Message =>
            $"It lies on a network or shared file system ({Kind}), where file locks don't hold between machines; choose a path on a local disk.";
    }

    /// <summary>The system doesn't say.</summary>
    public sealed record NotKnown : Mount;
}
