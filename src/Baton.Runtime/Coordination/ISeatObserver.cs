using Baton.Engine;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Coordination;

/// <summary>Is told what a seat hears while it asks and waits.</summary>
public interface ISeatObserver
{
    /// <summary>The request was answered.</summary>
    void Answered(Decision decision);

    /// <summary>The store could not be reached; it will be tried again.</summary>
    void StoreFails(StoreException failure);
}
