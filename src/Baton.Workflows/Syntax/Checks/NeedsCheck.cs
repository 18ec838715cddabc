using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Checks;

/// <summary>Jobs that need what isn't there, or each other.</summary>
internal sealed class NeedsCheck
{
    // Of a circle of thousands nobody reads every link.
    private const int MostInCircles = 20;

    private readonly SourceFile file;
    private readonly Workflow workflow;
    private readonly Dictionary<string, Job> jobs = new(StringComparer.OrdinalIgnoreCase);

    private NeedsCheck(Workflow workflow, SourceFile file)
    {
        (this.workflow, this.file) = (workflow, file);
        foreach (var job in workflow.Jobs)
            jobs.TryAdd(job.Id.Text, job);
    }

    public static void Check(Workflow workflow, SourceFile file)
    {
        if (workflow.Node["jobs"] is YamlMapping node)
            new NeedsCheck(workflow, file).Check(node);
    }

    private void Check(YamlMapping node)
    {
        if (node.Entries.Count == 0)
            file.AddMissing(node, "a workflow must have a job", "write one below jobs:");
        foreach (var job in workflow.Jobs)
            CheckUnknown(job);
        var stuck = Stuck();
        if (stuck.Count > 0 && stuck.Count == workflow.Jobs.Count && !workflow.Jobs.Any(NeedsItself))
        {
            file.AddMissing(
                node,
                "no job can start: each needs another one first",
                "remove needs: from the job that should start first"
            );
            return;
        }

        foreach (var job in stuck.Take(MostInCircles))
            CheckCircle(job, stuck);
    }

    private void CheckUnknown(Job job)
    {
        foreach (var need in job.Needs.Where(need => !jobs.ContainsKey(need.Text)))
            file.Add(
                need,
                $"the job {OneLine.Quoted(job.Id.Text, 60)} needs {OneLine.Quoted(need.Text, 60)}, which is no job",
                HintFor(need, job)
            );
        foreach (var need in job.Needs.Where(need => Same(need, job)))
            file.Add(need, $"the job {OneLine.Quoted(job.Id.Text, 60)} needs itself", "remove it from needs:");
    }

    private string HintFor(YamlScalar need, Job job)
    {
        var others = jobs.Values.Where(other => !ReferenceEquals(other, job)).Take(20).Select(other => other.Id.Text);
        return others.ToList() is { Count: > 0 } names
            ? Nearest.Hint(need.Text, names)
            : "the file has no other job: remove needs:";
    }

    private static bool NeedsItself(Job job) => job.Needs.Any(need => Same(need, job));

    private static bool Same(YamlScalar need, Job job) =>
        string.Equals(need.Text, job.Id.Text, StringComparison.OrdinalIgnoreCase);

    // What is left when all jobs whose needs are met have been taken away, again and again. A need that is no job is met:
    // it has its own finding.
    private HashSet<Job> Stuck()
    {
        var waiting = workflow.Jobs.ToLookup(job => job.Needs.Any(need => jobs.ContainsKey(need.Text)));
        var dependents = workflow
            .Jobs.SelectMany(job => job.Needs.Select(need => (need.Text, Job: job)))
            .ToLookup(pair => pair.Text, pair => pair.Job, StringComparer.OrdinalIgnoreCase);
        var left = waiting[true]
            .ToDictionary(
                job => job,
                job => job.Needs.Count(need => jobs.ContainsKey(need.Text)),
                (IEqualityComparer<Job>)ReferenceEqualityComparer.Instance
            );
        var ready = new Queue<Job>(waiting[false]);
        while (ready.TryDequeue(out var job))
        {
            foreach (var dependent in dependents[job.Id.Text])
            {
                if (left.TryGetValue(dependent, out var count) && count == 1 && left.Remove(dependent))
                    ready.Enqueue(dependent);
                else if (left.ContainsKey(dependent))
                    left[dependent] = count - 1;
            }
        }

        return new HashSet<Job>(left.Keys, ReferenceEqualityComparer.Instance);
    }

    private void CheckCircle(Job job, HashSet<Job> stuck)
    {
        foreach (var need in job.Needs)
        {
            if (
                !Same(need, job)
                && jobs.TryGetValue(need.Text, out var needed)
                && stuck.Contains(needed)
                && Reaches(needed, job)
            )
                file.Add(
                    need,
                    $"the job {OneLine.Quoted(job.Id.Text, 60)} needs {OneLine.Quoted(need.Text, 60)}, which itself needs it: neither can start"
                );
        }
    }

    private bool Reaches(Job from, Job to)
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
                if (jobs.TryGetValue(need.Text, out var needed))
                    next.Push(needed);
            }
        }

        return false;
    }
}
