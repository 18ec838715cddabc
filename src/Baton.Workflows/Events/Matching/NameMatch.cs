using Baton.Workflows.Findings;

namespace Baton.Workflows.Events.Matching;

/// <summary>
/// What the filters of workflows, images and versions say. They are patterns, too:
/// https://github.com/tenstorrent/tt-inference-server/pull/3115
/// </summary>
internal static class NameMatch
{
    public static TriggerMatch? Of(KnownFilters filters, EventInstance instance)
    {
        if (filters.Has("names") || filters.Has("versions"))
            return new TriggerMatch.CantSay($"GitHub doesn't say what the payload of {instance.Name} holds");
        if (!filters.Has("workflows"))
            return null;
        return (instance.Fields.Text("workflow_run.name") ?? instance.Fields.Text("workflow.name")) is { } name
            ? filters.Check("workflows", [name], OneLine.Quoted(name))
            : new TriggerMatch.CantSay("the payload has no workflow_run.name");
    }
}
