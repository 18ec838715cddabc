using Baton.Runtime.Stores;

namespace Baton.Proof.Conforming;

/// <summary>A kind of store that the rounds are played over: where its scopes are, for as long as it is wanted.</summary>
internal interface IStoreUnderTest : IAsyncDisposable
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Why it can't be had on this machine; nothing where it can.</summary>
    string? Missing => null;

    /// <summary>Opens one more way into a scope.</summary>
    ValueTask<ITendedScope> OpenAsync(string scope, CancellationToken cancellation);
}
