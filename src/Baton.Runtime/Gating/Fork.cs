using System.Text.Json;

namespace Baton.Runtime.Gating;

/// <summary>
/// Whose content an event is about. The run of a fork's pull request proves nothing about the same commit on a trusted
/// branch: it has no secrets, and its workflow files are the fork's. So its claims are kept apart, or it could suppress the
/// run that counts.
/// </summary>
public static class Fork
{
    /// <summary>What stands before the names of keys; empty where no fork is concerned.</summary>
    public static string PrefixFor(JsonElement payload) => Of(payload) is { } fork ? $"fork:{fork}:" : "";

    /// <summary>The repository that the content comes from, if it is another than the one that the event happened in.</summary>
    public static string? Of(JsonElement payload)
    {
        var here = Text(payload, "repository", "full_name");
        if (Find(payload, "pull_request", "head") is { } head)
            return Another(Find(head, "repo"), Text(payload, "pull_request", "base", "repo", "full_name") ?? here);
        return Find(payload, "workflow_run") is { } run ? Another(Find(run, "head_repository"), here) : null;
    }

    // GitHub says null of a fork that was deleted meanwhile.
    private static string? Another(JsonElement? repository, string? here)
    {
        var name = repository is { } found ? Text(found, "full_name") : null;
        return name is null ? "deleted"
            : string.Equals(name, here, StringComparison.OrdinalIgnoreCase) ? null
            : name;
    }

    private static string? Text(JsonElement from, params ReadOnlySpan<string> path) =>
        Find(from, path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static JsonElement? Find(JsonElement from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from))
                return null;
        return from;
    }
}
