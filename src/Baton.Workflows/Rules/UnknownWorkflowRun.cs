using Baton.Workflows.Events.Filters;
using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Rules;

/// <summary><c>workflow_run</c> of a workflow that isn't there: it never starts. GitHub compares the names letter by letter.</summary>
internal static class UnknownWorkflowRun
{
    public static Rule Rule { get; } =
        new("unknown-workflow-run", "workflow_run names a workflow that isn't there, and never starts", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        // A file that can't be read may be the one that is named.
        if (!set.IsWhole || set.Workflows.Count < set.Readings.Count)
            yield break;
        var names = set.Workflows.Select(NameOf).ToList();
        foreach (var workflow in set.Workflows)
        {
            var patterns = workflow
                .Triggers.OfType<Trigger.Event>()
                .Where(trigger => trigger.Name.Text == "workflow_run")
                .SelectMany(trigger => trigger.Filter("workflows")?.Patterns ?? []);
            foreach (var pattern in patterns.Where(pattern => !pattern.Text.StartsWith('!')))
            {
                if (NameFilter.Of("workflows", [pattern.AsText()]) is { } filter && !names.Exists(filter.Passes))
                    yield return new Suspicion(
                        workflow.File,
                        pattern,
                        $"no workflow of this repository is called {OneLine.Quoted(pattern.AsText())}: it never starts this one",
                        Nearest.To(pattern.AsText(), names) is { } near
                            ? $"did you mean {OneLine.Quoted(near)}?"
                            : "the name is what stands after name: in the other file, else that file's path"
                    );
            }
        }
    }

    private static string NameOf(Workflow workflow)
    {
        if (workflow.Name?.AsText() is { Length: > 0 } name)
            return name;
        var at = workflow.File.IndexOf(".github/workflows/", StringComparison.Ordinal);
        return at < 0 ? workflow.File : workflow.File[at..];
    }
}
