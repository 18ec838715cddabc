using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Gating;

/// <summary>
/// A name for keys, windows and groups that belong together. There is no code behind a preset: whoever writes its settings
/// out gets the same, and flags and baton.yml win over it.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Says">What it is for, in one phrase without a full stop.</param>
public sealed record GatePreset(string Name, string Says)
{
    private const string Issue = "issue.number|inputs.issue|inputs.issue_number|client_payload.issue";

    // Payloads name the commit that somebody pushed; github.sha of a pull request is a merge commit that GitHub made, and
    // that of an issue, a comment or a schedule is the default branch's, which has nothing to do with them.
    internal const string Head =
        "pull_request.head.sha|workflow_run.head_sha|merge_group.head_sha|check_suite.head_sha|check_run.head_sha";

    private static readonly string[] OfShas = ["push", "workflow_dispatch"];

    /// <summary>All presets.</summary>
    public static IReadOnlyList<GatePreset> All { get; } =
    [
        new("issue", "one run for an issue and its content, one after another")
        {
            Keys =
            [
                new(
                    $"issue-{{github.workflow}}-{{{Issue}}}-{{hash(issue.title|{Issue},issue.body|issue.id|{Issue})}}",
                    TimeSpan.FromDays(1)
                ),
            ],
            Groups =
            [
                new($"issue-{{github.workflow}}-{{{Issue}}}") { Otherwise = new() { Policy = GroupPolicy.Latest } },
            ],
        },
        new("commit", "one run for a commit, whichever event comes first")
        {
            Keys =
            [
                new("commit-{github.workflow}-{github.sha}", TimeSpan.FromHours(1)) { Only = OfShas },
                new($"commit-{{github.workflow}}-{{{Head}}}", TimeSpan.FromHours(1)) { Not = OfShas },
            ],
        },
        new("agent", "one agent for an issue, whatever starts it")
        {
            Keys = [new($"agent-issue-{{{Issue}}}", TimeSpan.FromMinutes(5))],
        },
        new("session", "one session for a commit in 5 minutes, and one for its push and its pull request in an hour")
        {
            Keys =
            [
                new("session-{github.workflow}-{github.sha}", TimeSpan.FromMinutes(5)) { Only = OfShas },
                new($"session-{{github.workflow}}-{{{Head}}}", TimeSpan.FromMinutes(5)) { Not = OfShas },
                new("pushed-{github.workflow}-{github.sha}", TimeSpan.FromHours(1)) { Only = ["push"] },
                new("pushed-{github.workflow}-{pull_request.head.sha}", TimeSpan.FromHours(1))
                {
                    Only = ["pull_request", "pull_request_target"],
                },
            ],
        },
    ];

    /// <summary>Its keys.</summary>
    public IReadOnlyList<PresetKey> Keys { get; private init; } = [];

    /// <summary>Its groups.</summary>
    public IReadOnlyList<GroupWish> Groups { get; private init; } = [];

    /// <summary>The preset of a name, or nothing.</summary>
    public static GatePreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);

    /// <summary>Its keys for an event; none is known outside of a CI service.</summary>
    public IEnumerable<KeyWish> KeysFor(string? occasion) =>
        Keys.Where(key => key.IsFor(occasion))
            .Select(key => new KeyWish(key.Template) { Otherwise = new() { Window = key.Window } });
}
