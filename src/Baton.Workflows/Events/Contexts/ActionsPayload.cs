using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Events.Contexts;

/// <summary>
/// The payload as a run gets it: that of the webhook, but for a push without <c>added</c>, <c>removed</c> and
/// <c>modified</c> of its commits:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#push
/// </summary>
internal static class ActionsPayload
{
    private static readonly string[] LeftOut = ["added", "removed", "modified"];

    public static Value.Object Of(EventInstance instance) =>
        instance.Name == "push"
            ? new Value.Object(new Properties([.. instance.Payload.Properties.Select(Field)]))
            : instance.Payload;

    private static KeyValuePair<string, Value> Field(KeyValuePair<string, Value> field) =>
        field switch
        {
            ("commits", Value.Array commits) => new(field.Key, new Value.Array([.. commits.Items.Select(Commit)])),
            ("head_commit", var commit) => new(field.Key, Commit(commit)),
            _ => field,
        };

    private static Value Commit(Value commit) =>
        commit is Value.Object whole
            ? new Value.Object(
                new Properties([
                    .. whole.Properties.Where(field => !LeftOut.Contains(field.Key, StringComparer.OrdinalIgnoreCase)),
                ])
            )
            : commit;
}
