using Baton.Workflows.Findings;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Rules;

/// <summary>A newer run cuts off one that deploys, releases, publishes or migrates.</summary>
internal static class CancelsDeploy
{
    private static readonly string[] Trials = ["test", "snapshot", "dry", "preview", "check"];

    public static Rule Rule { get; } =
        new("cancels-deploy", "cancel-in-progress cuts off a deploy, a release or a migration in its middle", Find)
        {
            Confidence = Confidence.Medium,
        };

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            foreach (var start in starts.Where(start => !start.Occasion.IsPerItem() && !IsOfTagsAlone(start)))
            {
                if (Cut(start) is not { } cut)
                    continue;
                yield return new Suspicion(
                    workflow.File,
                    cut.Group.Concurrency.CancelInProgress?.Node ?? cut.Group.Place(),
                    $"on {start.Occasion} a newer run cancels this one while its job {OneLine.Quoted(cut.Job.Job.Id.Text, 60)} {What(cut.Write)}, which is then left half done",
                    "cancel-in-progress: false for what must not be cut; GitHub then keeps the newest waiting run"
                );
                break;
            }
        }
    }

    private static (GroupForecast Group, JobForecast Job, Write Write)? Cut(Start start)
    {
        foreach (var job in start.Forecast.Jobs.Where(job => job.CanRun() && !IsForTags(job) && !IsTrial(job)))
        {
            var groups = job.Forms.Select(form => form.Group).Append(start.Group).OfType<GroupForecast>();
            var cutting = groups.FirstOrDefault(group =>
                group.AlwaysCancels() && GroupMeeting.Of((start, group), (start, group)).OfOneThing
            );
            if (cutting is not null && Writes.Of(job.Job).FirstOrDefault(write => write.MustNotBeCut) is { } write)
                return (cutting, job, write);
        }

        return null;
    }

    private static bool IsTrial(JobForecast job) =>
        Array.Exists(Trials, word => job.Job.Id.Text.Contains(word, StringComparison.OrdinalIgnoreCase));

    // A tag is pushed once, so runs of tags don't meet.
    private static bool IsForTags(JobForecast job) =>
        job.Job.If?.Node.Text is { } condition
        && (
            condition.Contains("tag", StringComparison.OrdinalIgnoreCase)
            || condition.Contains("release", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsOfTagsAlone(Start start) =>
        start.Occasion.Event is "release"
        || (
            start.Occasion.Trigger is Trigger.Event push
            && push.Filter("tags") is not null
            && push.Filter("branches") is null
        );

    private static string What(Write write) =>
        write.Kind switch
        {
            ResourceKind.Environment => $"deploys to {OneLine.Quoted(write.Name ?? write.How, 60)}",
            ResourceKind.Pages => "deploys the pages",
            _ => $"does {OneLine.Quoted(write.How, 60)}",
        };
}
