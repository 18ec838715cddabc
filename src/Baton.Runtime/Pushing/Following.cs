namespace Baton.Runtime.Pushing;

/// <summary>What became of the clone after a push.</summary>
/// <param name="Followed">Whether its branch and work tree are where the remote's branch is.</param>
/// <param name="Why">Why not, in one sentence without a full stop; empty where they are.</param>
public sealed record Following(bool Followed, string Why);
