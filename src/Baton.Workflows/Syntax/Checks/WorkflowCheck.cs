using Baton.Workflows.Events;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Reading;

namespace Baton.Workflows.Syntax.Checks;

/// <summary>What is wrong with a workflow although every value has its form.</summary>
internal static class WorkflowCheck
{
    public static void Check(Workflow workflow, SourceFile file)
    {
        var concurrency = new ConcurrencyCheck(file);
        concurrency.Check(workflow.Concurrency);
        var jobs = new JobCheck(file);
        foreach (var job in workflow.Jobs)
        {
            jobs.Check(job);
            concurrency.Check(job.Concurrency);
            concurrency.CheckDeadlock(workflow.Concurrency, job);
        }

        NeedsCheck.Check(workflow, file);
        file.Add(TriggerFindings.Each(workflow, file.Document));
        if (!file.HasErrors)
            CheckSteps(workflow, file);
    }

    // GitHub says it last: "No steps defined in `steps` and no workflow called in `uses`".
    private static void CheckSteps(Workflow workflow, SourceFile file)
    {
        foreach (var job in workflow.Jobs.OfType<Job.Normal>().Where(job => job.Steps.Count == 0))
            file.Add(
                job.Id,
                $"the job {OneLine.Quoted(job.Id.Text, 60)} has no steps",
                "add steps:, or uses: to call a workflow"
            );
    }
}
