using Baton.Engine.Runs;
using Baton.Runtime.Coordination;

namespace Baton.Runtime.Runs;

/// <summary>Is told what happens to a run while it happens: for people, logs and CI services.</summary>
public interface IRunObserver : ISeatObserver
{
    /// <summary>The run waits; told at every look.</summary>
    ValueTask WaitsAsync(Picture picture, CancellationToken cancellation);

    /// <summary>The run was granted.</summary>
    void Granted(Run run);

    /// <summary>The run was told to stop.</summary>
    void Stops(Run run);

    /// <summary>The run goes on without protection.</summary>
    void Unprotected(string why);
}
