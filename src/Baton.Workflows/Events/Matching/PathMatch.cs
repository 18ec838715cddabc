using Baton.Workflows.Events.Filters;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Events.Matching;

/// <summary>
/// What the filters of paths say to the changed files:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#git-diff-comparisons
/// </summary>
internal static class PathMatch
{
    public static TriggerMatch? Of(KnownFilters filters, EventInstance instance)
    {
        if (!filters.Has("paths") || IsTag(instance))
            return null;
        if (HasTooManyCommits(instance))
            return filters.Refusal("paths");
        if (instance.Name == "push" && instance.Fields.IsTrue("deleted"))
            return new TriggerMatch.CantSay("GitHub doesn't say which files change when a branch is deleted");
        if (instance.Changes is not ChangedPaths.Known known)
            return new TriggerMatch.CantSay("it depends on the changed files, and a payload doesn't tell them");
        return filters.Check("paths", [.. known.Paths.Take(ChangedPaths.MostFiles)], What(known.Paths));
    }

    private static string What(IReadOnlyList<string> paths) =>
        paths.Count == 0 ? "all of no changed files"
        : paths.Count > ChangedPaths.MostFiles ? "all of the first 300 changed files, and GitHub looks at no more"
        : "all changed files";

    private static bool IsTag(EventInstance instance) =>
        instance.Name == "push"
        && instance.Fields.Text("ref") is { } whole
        && whole.StartsWith("refs/tags/", StringComparison.Ordinal);

    private static bool HasTooManyCommits(EventInstance instance) =>
        instance.Name == "push"
        && instance.Fields.Find("commits") is Value.Array commits
        && commits.Items.Count > ChangedPaths.MostCommits;
}
