using Baton.Workflows.Events;
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
    }
}
