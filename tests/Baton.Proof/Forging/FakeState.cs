using System.Collections.Immutable;

namespace Baton.Proof.Forging;

/// <summary>All that a made-up repository has at a moment.</summary>
internal sealed record FakeState
{
    public static readonly FakeState Empty = new();

    public ImmutableSortedDictionary<long, FakeIssue> Issues { get; init; } =
        ImmutableSortedDictionary<long, FakeIssue>.Empty;

    public ImmutableSortedDictionary<string, string> Branches { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableList<FakePullRequest> PullRequests { get; init; } = [];

    public ImmutableList<FakeRun> Runs { get; init; } = [];

    public FakeState With(FakeIssue issue) => this with { Issues = Issues.SetItem(issue.Number, issue) };
}
