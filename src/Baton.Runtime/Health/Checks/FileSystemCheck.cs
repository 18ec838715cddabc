using Baton.Runtime.Kernel;

namespace Baton.Runtime.Health.Checks;

/// <summary>The store lies where locks hold.</summary>
public sealed class FileSystemCheck() : Check("file-system")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is { } store)
            yield return store.Mount switch
            {
                Mount.Shared shared => Fail(
                    $"{store.Path} lies on a network or shared file system ({shared.Kind}), where locks don't hold between machines",
                    "name a file on a local disk: --store sqlite:PATH"
                ),
                Mount.NotKnown => Well("the system doesn't say what kind of file system the store lies on"),
                _ => Well("the store lies on a file system of this machine"),
            };
    }
}
