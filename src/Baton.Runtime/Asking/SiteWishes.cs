using Baton.Runtime.Configuration;

namespace Baton.Runtime.Asking;

/// <summary>What flags and environment say about scope, store and settings; null where they say nothing.</summary>
public sealed record SiteWishes(string? Scope, StoreAddress? Store, string? ConfigurationFile)
{
    /// <summary>Says nothing.</summary>
    public static readonly SiteWishes None = new(null, null, null);
}
