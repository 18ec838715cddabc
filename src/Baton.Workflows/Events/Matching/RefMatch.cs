using Baton.Workflows.Findings;

namespace Baton.Workflows.Events.Matching;

/// <summary>
/// What the filters of branches and tags say: to a push the ref, to a pull request and a merge group the branch into
/// which they go, to a run that another follows the branch on which it ran:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore
/// </summary>
internal static class RefMatch
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    public static TriggerMatch? Of(KnownFilters filters, EventInstance instance) =>
        instance.Name switch
        {
            "push" => OfPush(filters, instance),
            "pull_request" or "pull_request_target" => OfBranch(filters, instance, "pull_request.base.ref"),
            "merge_group" => OfBranch(filters, instance, "merge_group.base_ref"),
            "workflow_run" => OfBranch(filters, instance, "workflow_run.head_branch"),
            _ => null,
        };

    private static TriggerMatch? OfPush(KnownFilters filters, EventInstance instance)
    {
        if (instance.Fields.Text("ref") is not { } whole)
            return new TriggerMatch.CantSay("the payload has no ref");
        if (whole.StartsWith(Tags, StringComparison.Ordinal))
            return Either(filters, ("tags", "branches"), whole[Tags.Length..]);
        return whole.StartsWith(Heads, StringComparison.Ordinal)
            ? Either(filters, ("branches", "tags"), whole[Heads.Length..])
            : new TriggerMatch.DoesNotStart($"{OneLine.Of(whole)} is neither a branch nor a tag");
    }

    // Who filters one of the two only doesn't get the other.
    private static TriggerMatch? Either(KnownFilters filters, (string Own, string Other) names, string name) =>
        filters.Has(names.Own) ? filters.Check(names.Own, [name], OneLine.Quoted(name))
        : filters.Has(names.Other)
            ? new TriggerMatch.DoesNotStart($"a trigger with {names.Other} alone takes no push of {names.Own}")
        : null;

    private static TriggerMatch? OfBranch(KnownFilters filters, EventInstance instance, string path)
    {
        if (!filters.Has("branches"))
            return null;
        if (instance.Fields.Text(path) is not { } branch)
            return new TriggerMatch.CantSay($"the payload has no {path}");
        var name = branch.StartsWith(Heads, StringComparison.Ordinal) ? branch[Heads.Length..] : branch;
        return filters.Check("branches", [name], OneLine.Quoted(name));
    }
}
