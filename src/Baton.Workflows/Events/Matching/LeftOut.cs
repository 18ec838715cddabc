using Baton.Workflows.Events.Deeds;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Events.Matching;

/// <summary>What GitHub starts nothing on, whatever a workflow says.</summary>
internal static class LeftOut
{
    // https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs
    private static readonly string[] SkippingWords =
    [
        "[skip ci]",
        "[ci skip]",
        "[no ci]",
        "[skip actions]",
        "[actions skip]",
    ];

    public static TriggerMatch? Of(EventInstance instance) =>
        ByItsNature(instance) is { } why
            ? new TriggerMatch.DoesNotStart(why)
            : (TriggerMatch?)ByToken(instance) ?? Untold(instance);

    // What decides stands in no payload: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#check_run
    private static TriggerMatch.CantSay? Untold(EventInstance instance) =>
        instance.Name switch
        {
            "check_run" or "check_suite" => new TriggerMatch.CantSay(
                "GitHub starts nothing where the commit also has checks of GitHub Actions, which the payload doesn't tell"
            ),
            "push" when EndsWithTrailer(instance.Fields.Text("head_commit.message")) => new TriggerMatch.CantSay(
                "the last commit says skip-checks, but GitHub's page wants two empty lines before the trailers"
            ),
            _ => null,
        };

    // https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows, at each event
    private static string? ByItsNature(EventInstance instance)
    {
        var fields = instance.Fields;
        return instance.Name switch
        {
            "push" when SkippingWord(fields.Text("head_commit.message")) is { } word => $"the last commit says {word}",
            "pull_request" when fields.IsFalse("pull_request.mergeable") && instance.Activity != "closed" =>
                "the pull request has a merge conflict",
            "release" when fields.IsTrue("release.draft") && instance.Activity is "created" or "edited" or "deleted" =>
                "the release is a draft",
            "deployment_status" when fields.Text("deployment_status.state") == "inactive" =>
                "the deployment became inactive",
            "check_run" when IsOfActions(instance, "check_run.check_suite.app.slug", "check_run.app.slug") =>
                "the check belongs to GitHub Actions",
            "check_suite" when IsOfActions(instance, "check_suite.app.slug") => "the checks belong to GitHub Actions",
            "pull_request_comment" => "GitHub has no such event: a comment on a pull request is an issue_comment",
            _ => null,
        };
    }

    private static string? SkippingWord(string? message)
    {
        if (message is null)
            return null;
        return EndsWithTrailer(message) && HasSpaceBeforeTrailers(message)
            ? Lines(message)[^1]
            : Array.Find(SkippingWords, word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool EndsWithTrailer(string? message) =>
        message is not null && Lines(message)[^1] is "skip-checks:true" or "skip-checks: true";

    // Trailers are the last lines without an empty one between them, and two empty ones stand before them.
    private static bool HasSpaceBeforeTrailers(string message)
    {
        var before = Array.FindLastIndex(Lines(message), line => line.Length == 0);
        return before > 0 && Lines(message)[before - 1].Length == 0;
    }

    private static string[] Lines(string message) => [.. message.TrimEnd().Split('\n').Select(line => line.Trim())];

    private static bool IsOfActions(EventInstance instance, params string[] paths) =>
        paths.Any(path => instance.Fields.Text(path) == "github-actions");

    /// <summary>What is to be added where somebody has to let the run go on.</summary>
    public static string Approval(EventInstance instance) =>
        IsByToken(instance) && TokenRule.Of(instance.Name, instance.Activity) == TokenOutcome.WaitsForApproval
            ? "; a workflow did it with its GITHUB_TOKEN, so the run waits for an approval"
            : "";

    private static TriggerMatch.DoesNotStart? ByToken(EventInstance instance) =>
        IsByToken(instance) && TokenRule.Of(instance.Name, instance.Activity) == TokenOutcome.StartsNothing
            ? new TriggerMatch.DoesNotStart(
                $"a workflow did it with its GITHUB_TOKEN, and {OneLine.Of(instance.Name)} then starts nothing"
            )
            : null;

    private static bool IsByToken(EventInstance instance) => instance.Fields.Text("sender.login") == TokenRule.Sender;
}
