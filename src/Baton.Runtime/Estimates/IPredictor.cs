using Baton.Engine.Resources;

namespace Baton.Runtime.Estimates;

/// <summary>Tells how long runs take. Nothing is decided by it: it is for people who wait.</summary>
public interface IPredictor
{
    /// <summary>How long a run of a workflow keeps a resource; nothing where nothing is known.</summary>
    ValueTask<Spread?> DurationAsync(string? workflow, ResourceName resource, CancellationToken cancellation);
}
