using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Checks;
using Baton.Workflows.Syntax.Jobs;

namespace Baton.Workflows.Syntax.Calls;

/// <summary>How a caller stands when its calls are followed.</summary>
/// <param name="Workflow">The caller.</param>
/// <param name="Given">What its own callers allow; null: none of them says.</param>
/// <param name="Held">The groups that it and its callers hold.</param>
/// <param name="Depth">How many callers it has.</param>
internal sealed record CallerStanding(
    Workflow Workflow,
    Permissions? Given,
    IReadOnlyList<(Setting<string> Group, Workflow File)> Held,
    int Depth
)
{
    /// <summary>What a job of it may hand on that doesn't say.</summary>
    public Permissions? Permissions => Workflow.Permissions ?? Given;

    /// <summary>How the called workflow stands, before it takes its own group.</summary>
    public CallerStanding Below(Job.Call job, Workflow called)
    {
        var held = Held.ToList();
        if (Depth == 0 && Workflow.Concurrency?.Group is { } own)
            held.Add((own, Workflow));
        if (job.Concurrency?.Group is { } ofJob)
            held.Add((ofJob, Workflow));
        return new CallerStanding(called, job.Permissions ?? Permissions, held, Depth + 1);
    }

    public CallerStanding Holding(Workflow called) =>
        called.Concurrency?.Group is { } group ? this with { Held = [.. Held, (group, called)] } : this;

    /// <summary>The groups that a called workflow or its jobs wait for although a caller holds them.</summary>
    public IEnumerable<Finding> Deadlocks(Workflow called)
    {
        var taken = called.Jobs.Select(job => job.Concurrency).Prepend(called.Concurrency);
        foreach (var inner in taken.Select(concurrency => concurrency?.Group).OfType<Setting<string>>())
        {
            var outer = Held.FirstOrDefault(held => SameGroup.Are(held.Group, inner));
            if (outer.Group is null)
                continue;
            var group = OneLine.Quoted(SameGroup.TextOf(inner), 60);
            yield return new Finding(
                called.File,
                inner.Node.Line,
                inner.Node.Column,
                $"the group {group} is held by the caller, {OneLine.Of(outer.File.File)}: a deadlock, and GitHub cancels it",
                "give the called workflow a group of a name of its own, or none"
            )
            {
                Length = inner.Node.Span.Length,
                Severity = Severity.Warning,
            };
        }
    }
}
