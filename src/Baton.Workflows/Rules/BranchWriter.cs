using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Steps;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Rules;

/// <summary>A start whose job pushes to one branch by name, and neither rebases nor tries again.</summary>
/// <param name="Start">The start.</param>
/// <param name="Job">The job.</param>
/// <param name="Branch">The branch.</param>
/// <param name="Node">Where it pushes.</param>
internal sealed record BranchWriter(Start Start, Job Job, string Branch, YamlNode Node)
{
    /// <summary>What the default branch is called here; nobody knows its name.</summary>
    public const string Default = "the default branch";

    private static readonly string[] OnDefault =
    [
        "schedule",
        "issues",
        "issue_comment",
        "workflow_run",
        "repository_dispatch",
        "discussion",
        "discussion_comment",
    ];

    // Whoever does one of these pushes somewhere else, or looks at what others pushed.
    private static readonly string[] Elsewhere =
    [
        "rebase",
        "git pull",
        "git fetch",
        "git clone",
        "git checkout",
        "git merge",
        "git reset",
        "switch -c",
        "worktree",
        "--orphan",
        "subtree",
        "cd ",
        "pushd",
        "gh pr create",
        "while ",
        "for ",
        "until ",
    ];

    /// <summary>The writers of a set. Where it isn't clear to which branch a push goes, there is none.</summary>
    public static IEnumerable<BranchWriter> In(WorkflowSet set) =>
        set.Starts.SelectMany(start =>
            start.Forecast.Jobs.Where(job => job.CanRun()).SelectMany(job => Of(start, job.Job))
        );

    private static IEnumerable<BranchWriter> Of(Start start, Job job)
    {
        var steps = Writes.StepsOf(job).ToList();
        var scripts = steps.Select(Writes.ScriptOf).OfType<string>().ToList();
        if (scripts.Exists(script => Array.Exists(Elsewhere, word => script.Contains(word, StringComparison.Ordinal))))
            yield break;
        if (
            steps.OfType<Step.Uses>().Any(ChecksOutElse)
            || steps.Exists(step => step.Node["working-directory"] is not null)
        )
            yield break;
        foreach (var step in steps.OfType<Step.Run>().Where(step => !IsDry(step)))
        {
            var push = GitPush
                .In(Writes.ScriptOf(step) ?? "")
                .FirstOrDefault(push => !push.IsOfNoBranch && !push.IsForced);
            if (
                push is not null
                && !push.HasComputedBranch
                && push.Remote is null or "origin"
                && Target(push, start) is { } branch
            )
                yield return new BranchWriter(start, job, branch, step.Command.Node);
        }
    }

    private static bool IsDry(Step step) => step.If?.Node.Text is "false" or "${{ false }}";

    private static bool ChecksOutElse(Step.Uses step) =>
        step.Action.Text.StartsWith("actions/checkout@", StringComparison.Ordinal)
        && step.With is Setting<IReadOnlyList<NamedSetting>>.Written { Value: var with }
        && with.Any(one => one.Name.Text is "repository" or "ref" or "path");

    private static string? Target(GitPush push, Start start) =>
        push.Branch is "main" or "master" ? Default
        : push.Branch is { } name ? name
        : OnDefault.Contains(start.Occasion.Event, StringComparer.Ordinal) || IsPushOfDefault(start) ? Default
        : null;

    private static bool IsPushOfDefault(Start start) =>
        start.Occasion is { Event: "push", Trigger: Trigger.Event push }
        && push.Filter("branches") is { Patterns: [{ Text: "main" or "master" }] };
}
