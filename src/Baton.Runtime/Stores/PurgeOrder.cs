using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Runtime.Stores;

/// <summary>That a scope is to be purged, by whom and why: the audit goes on from that.</summary>
/// <param name="By">Who says it.</param>
/// <param name="Why">Why; empty where nothing was said.</param>
public sealed record PurgeOrder(string By, string Why)
{
    /// <summary>The runs, beside the live ones, whose processes may still live: with any of them nothing is purged.</summary>
    public Func<IScopeView, IReadOnlyList<Run>> MayLive { get; init; } = _ => [];

    /// <summary>The policy that the anchor names.</summary>
    public string Policy => Why.Length == 0 ? $"purged by {By}" : $"purged by {By}: {Why}";
}
