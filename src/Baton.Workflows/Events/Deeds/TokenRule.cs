namespace Baton.Workflows.Events.Deeds;

/// <summary>
/// What a deed starts that a workflow does with its own <c>GITHUB_TOKEN</c>:
/// https://docs.github.com/en/actions/concepts/security/github_token#when-github_token-triggers-workflow-runs.
/// What GitHub itself does when such a run ends, or a schedule is due, goes on.
/// </summary>
public static class TokenRule
{
    /// <summary>Who the sender of such an event is.</summary>
    public const string Sender = "github-actions[bot]";

    /// <summary>What becomes of it.</summary>
    public static TokenOutcome Of(string name, string? activity) =>
        name switch
        {
            "workflow_dispatch" or "repository_dispatch" => TokenOutcome.Starts,
            "workflow_run" or "schedule" or "merge_group" => TokenOutcome.Starts,
            "pull_request" when activity is "opened" or "synchronize" or "reopened" => TokenOutcome.WaitsForApproval,
            _ => TokenOutcome.StartsNothing,
        };
}
