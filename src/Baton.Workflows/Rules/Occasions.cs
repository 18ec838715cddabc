using Baton.Workflows.Events.Deeds;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Meetings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Rules;

/// <summary>What rules ask about occasions.</summary>
internal static class Occasions
{
    private static readonly string[] PerItem =
    [
        "issues",
        "issue_comment",
        "pull_request",
        "pull_request_target",
        "pull_request_review",
        "pull_request_review_comment",
        "discussion",
        "discussion_comment",
    ];

    /// <summary>Whether each such event is about one of many issues, pull requests or discussions.</summary>
    public static bool IsPerItem(this Occasion occasion) => PerItem.Contains(occasion.Event, StringComparer.Ordinal);

    /// <summary>Whether it is about a pull request, whose newest commit alone counts.</summary>
    public static bool IsPullRequest(this Occasion occasion) =>
        occasion.Event is "pull_request" or "pull_request_target";

    /// <summary>Whether it comes for pushes of many branches.</summary>
    public static bool IsOfManyBranches(this Start start) =>
        start.Occasion.Event == "push"
        && FanOut.Takes(start, new Emission("push"), DeedCatalogue.Find("push-to-pull-request")!);

    /// <summary>What somebody reads: "issues opened", or "each pull_request".</summary>
    public static string Named(IEnumerable<Start> starts) =>
        string.Join(", ", starts.Select(start => start.Occasion.ToString()).Distinct());

    /// <summary>
    /// The groups of a start that are one for the whole repository though many things start it, with the job that takes
    /// each; a job with a condition is left out, for it may choose.
    /// </summary>
    public static IEnumerable<GroupForecast> RepositoryWide(this Start start) =>
        start.Occasion.IsPerItem() || (start.IsOfManyBranches() && !start.HasPaths())
            ? start
                .Groups()
                .Where(one => one.Job is null ? CanDo(start) : one.Job.Job.If is null)
                .Select(one => one.Group)
                .Where(group => group.OneName() is not null)
            : [];

    /// <summary>Whether any job can run.</summary>
    public static bool CanDo(this Start start) => start.Forecast.Jobs.Any(job => job.CanRun());

    /// <summary>Whether the runs that wait for the group are as many as come.</summary>
    public static bool HasLongLine(this GroupForecast group) =>
        group.Queue
            is not Possibilities<SymbolicText>.Exact { Outcome: Outcome<SymbolicText>.Gives { Value.Fixed: "single" } };

    /// <summary>Whether it never cancels.</summary>
    public static bool NeverCancels(this GroupForecast group) =>
        group.CancelsInProgress is Possibilities<bool>.Exact { Outcome: Outcome<bool>.Gives { Value: false } };

    /// <summary>What the file writes as the group.</summary>
    public static Yaml.YamlNode Place(this GroupForecast group) =>
        group.Concurrency.Group?.Node ?? group.Concurrency.Node;

    /// <summary>The workflows of a set with what starts each.</summary>
    public static IEnumerable<(Workflow Workflow, IReadOnlyList<Start> Starts)> Each(this WorkflowSet set) =>
        set.Workflows.Select(workflow => (workflow, (IReadOnlyList<Start>)[.. set.Of(workflow)]));

    /// <summary>Whether one of several triggers is what a filter of paths narrows.</summary>
    public static bool HasPaths(this Start start) =>
        start.Occasion.Trigger is Trigger.Event trigger
        && (trigger.Filter("paths") ?? trigger.Filter("paths-ignore")) is not null;
}
