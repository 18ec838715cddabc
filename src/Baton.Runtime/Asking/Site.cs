using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Asking;

/// <summary>Which scope of which store is meant, and what is known of the place where somebody asks.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Place">Where its store is.</param>
/// <param name="Configuration">What the repository's settings say.</param>
/// <param name="Ci">What the CI service says.</param>
public sealed record Site(string Scope, StorePlace Place, BatonConfiguration Configuration, CiEnvironment Ci)
{
    /// <summary>Who named the scope.</summary>
    public ScopeSource ScopeFrom { get; init; }

    /// <summary>The store's address, that means the same from every folder.</summary>
    public string Address => Place.Address;
}
