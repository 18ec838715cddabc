using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Runs;

/// <summary>Is told what happens to a run while it happens: for people, logs and CI services.</summary>
public interface IRunObserver
{
    /// <summary>The request was answered.</summary>
    void Answered(Decision decision);

    /// <summary>The run waits; told at every look.</summary>
    ValueTask WaitsAsync(Picture picture, CancellationToken cancellation);

    /// <summary>The run was granted.</summary>
    void Granted(Run run);

    /// <summary>The run was told to stop.</summary>
    void Stops(Run run);

    /// <summary>The store could not be reached; it will be tried again while the lease is trusted.</summary>
    void StoreFails(StoreException failure);

    /// <summary>The run goes on without protection.</summary>
    void Unprotected(string why);
}
