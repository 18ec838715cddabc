using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>Jobs that need what isn't there, or each other.</summary>
internal static class NeedsCheck
{
    public static void Check(Workflow workflow, SourceFile file)
    {
        if (workflow.Node["jobs"] is not YamlMapping jobs)
            return;
        if (jobs.Entries.Count == 0)
            file.AddMissing(jobs, "a workflow must have a job", "write one below jobs:");
        var unsatisfied = Unsatisfied(workflow);
        if (workflow.Jobs.Count > 0 && unsatisfied.Count == workflow.Jobs.Count)
            file.AddMissing(
                jobs,
                "no job can start: each needs another one first",
                "remove needs: from the job that should start"
            );
        foreach (var job in unsatisfied)
            Check(job, (workflow, unsatisfied), file);
    }

    // The jobs that never start: those that are left when all whose needs are met have been taken away, again and again.
    private static List<Job> Unsatisfied(Workflow workflow)
    {
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = workflow.Jobs.ToList();
        while (left.RemoveAll(job => job.Needs.All(need => done.Contains(need.Text)) && done.Add(job.Id.Text)) > 0) { }
        return left;
    }

    private static void Check(Job job, (Workflow Workflow, List<Job> Unsatisfied) among, SourceFile file)
    {
        foreach (var need in job.Needs)
        {
            var name = OneLine.Quoted(need.Text, 60);
            if (among.Workflow.Job(need.Text) is not { } needed)
                file.Add(
                    need,
                    $"the job {OneLine.Quoted(job.Id.Text, 60)} needs {name}, which is no job",
                    Nearest.Hint(need.Text, [.. among.Workflow.Jobs.Select(other => other.Id.Text)])
                );
            else if (among.Unsatisfied.Contains(needed) && Reaches(needed, job, among.Workflow))
                file.Add(
                    need,
                    $"the job {OneLine.Quoted(job.Id.Text, 60)} needs {name}, which itself needs it: neither can start"
                );
        }
    }

    private static bool Reaches(Job from, Job to, Workflow workflow)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Stack<Job>([from]);
        while (next.TryPop(out var job))
        {
            if (ReferenceEquals(job, to))
                return true;
            if (!seen.Add(job.Id.Text))
                continue;
            foreach (var need in job.Needs)
            {
                if (workflow.Job(need.Text) is { } needed)
                    next.Push(needed);
            }
        }

        return false;
    }
}
