using Baton.Runtime.Asking;
using Baton.Runtime.Evaluating;
using Baton.Runtime.Stores.Git;
using Baton.Workflows.Events;
using Baton.Workflows.Events.Matching;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;

namespace Baton.Runtime.Health;

/// <summary>Which workflows of a repository start when a store moves its refs there.</summary>
internal static class PushedWorkflows
{
    /// <summary>Their files; null where the store's refs are no branches of the repository that somebody stands in.</summary>
    public static IReadOnlyList<string>? Of(StorePlace place)
    {
        if (place is not StorePlace.Git { Space: RefNames.Branches, Repository: { } repository })
            return null;
        var found = WorkflowFolder.Find(repository.Root);
        var pushed = new EventInstance(
            "push",
            new Value.Object(new Properties([new("ref", Value.Of($"{RefNames.Branches}/0/state"))]))
        );
        return
        [
            .. found.Paths.Where(path =>
                WorkflowReader.Read(WorkflowFile.Load(Path.Combine(found.Root, path)), path).Content is { } workflow
                && TriggerMatching.Match(workflow, pushed) is not TriggerMatch.DoesNotStart
            ),
        ];
    }
}
