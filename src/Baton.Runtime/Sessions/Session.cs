using Baton.Engine.Runs;

namespace Baton.Runtime.Sessions;

/// <summary>A session of an agent: the work of one workflow on one commit, because of one event.</summary>
/// <param name="Event">The event's name.</param>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Sha">The commit.</param>
public sealed record Session(string Event, string Workflow, string Sha)
{
    private const int Shown = 8;

    /// <summary>The CI service's id of the run that has it or asks for it; none where nobody said.</summary>
    public string? RunId { get; init; }

    /// <summary>
    /// What is shown of it: workflow, event and eight characters of the commit. Nothing is decided by it, since two commits
    /// may begin alike.
    /// </summary>
    public string Key
    {
        get
        {
            var workflow = Workflow.Replace(' ', '-').Replace('/', '-').ToLowerInvariant();
            return $"{workflow}-{Event}-{(Sha.Length == 0 ? "unknown" : Sha[..Math.Min(Shown, Sha.Length)])}";
        }
    }

    /// <summary>The session of a run, as far as its origin tells.</summary>
    public static Session Of(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new(origin.Event ?? "unknown", origin.Workflow ?? "unknown", origin.Sha ?? "")
        {
            RunId = origin.ExternalRunId,
        };
    }

    /// <summary>Whether a shown key is this session's.</summary>
    public bool IsShownAs(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);
}
