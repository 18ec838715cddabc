namespace Baton.Runtime.Forge;

/// <summary>A pull request.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Url">The page that shows it.</param>
/// <param name="State">Where it stands.</param>
public sealed record ForgePullRequest(long Number, string Url, PullRequestState State);
