namespace Baton.Workflows.Events.Payloads;

/// <summary>
/// The activities that an open pull request alone can have, so that it isn't merged:
/// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
/// </summary>
public static class OpenPullRequests
{
    private static readonly string[] Activities =
    [
        "opened",
        "reopened",
        "synchronize",
        "ready_for_review",
        "converted_to_draft",
        "auto_merge_enabled",
        "enqueued",
    ];

    /// <summary>Whether an activity says that the pull request is open.</summary>
    public static bool Have(string? activity) => Activities.Contains(activity, StringComparer.Ordinal);
}
