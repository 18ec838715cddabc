namespace Baton.Proof.Forging;

/// <summary>An issue at a moment.</summary>
internal sealed record FakeIssue(long Number)
{
    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<string> Assignees { get; init; } = [];

    public IReadOnlyList<FakeComment> Comments { get; init; } = [];
}

/// <summary>A comment.</summary>
internal sealed record FakeComment(long Id, string Author, string Body);

/// <summary>A pull request at a moment.</summary>
internal sealed record FakePullRequest(long Number, string Head, long? Closes)
{
    public bool IsOpen { get; init; } = true;

    public bool IsMerged { get; init; }
}

/// <summary>An attempt of a workflow's run at a moment; without a conclusion it is at work.</summary>
internal sealed record FakeRun(long Id, int Attempt, string? Conclusion, TimeSpan At);
