using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Steps;

namespace Baton.Workflows.Resources;

/// <summary>
/// What the steps of a job write to that other runs can write to as well: pushes, releases, deploys, labels. Scripts
/// that the file only calls by name are not looked into.
/// </summary>
public static class Writes
{
    private static readonly string[] Places =
    [
        "prod",
        "staging",
        "pages",
        "website",
        "deploy",
        "release",
        "pypi",
        "npm",
    ];

    /// <summary>The writes of a job, in the order of its steps.</summary>
    public static IEnumerable<Write> Of(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job is not Job.Normal normal)
            yield break;
        if (normal.DeploysTo is Setting<DeploymentTarget>.Written { Value: var target } && IsDeployment(target))
            yield return new Write(
                target.Name is Setting<string>.Written { Value: "github-pages" }
                    ? ResourceKind.Pages
                    : ResourceKind.Environment,
                (target.Name as Setting<string>.Written)?.Value,
                "environment",
                target.Node
            );
        foreach (var write in normal.Steps.SelectMany(Of))
            yield return write;
    }

    /// <summary>The steps of a job and those that run beside each other in it.</summary>
    public static IEnumerable<Step> StepsOf(Job job) => job is Job.Normal normal ? normal.Steps.SelectMany(Flat) : [];

    /// <summary>The command of a step as the file has it, with its expressions; or null.</summary>
    public static string? ScriptOf(Step step) =>
        step switch
        {
            Step.Run run => Text(run.Command),
            Step.Uses { With: Setting<IReadOnlyList<NamedSetting>>.Written { Value: var with } } uses
                when uses.Action.Text.StartsWith("actions/github-script@", StringComparison.OrdinalIgnoreCase) =>
                with.Where(one => one.Name.Text == "script").Select(one => Text(one.Value)).FirstOrDefault(),
            _ => null,
        };

    // An environment often is a place for secrets alone: an address, or a name that says so, makes it a deploy.
    private static bool IsDeployment(DeploymentTarget target) =>
        target.Deployment is not Setting<bool>.Written { Value: false }
        && (
            target.Url is not null
            || (
                target.Name is Setting<string>.Written { Value: var name }
                && Array.Exists(Places, place => name.Contains(place, StringComparison.OrdinalIgnoreCase))
            )
        );

    private static IEnumerable<Step> Flat(Step step) =>
        step is Step.Parallel parallel ? parallel.Steps.SelectMany(Flat) : [step];

    private static IEnumerable<Write> Of(Step step)
    {
        if (step is Step.Parallel parallel)
            return parallel.Steps.SelectMany(Of);
        if (step is Step.Uses uses && KnownActions.Find(uses.Action.Text) is { } kind)
            return [new Write(kind, null, OneLine.Of(uses.Action.Text), uses.Action)];
        if (ScriptOf(step) is not { } script)
            return [];
        var node = step is Step.Run run ? run.Command.Node : step.Node;
        return ScriptWrites
            .In(script)
            .Select(found => new Write(found.Kind, null, OneLine.Of(found.Command, 60), node))
            .Concat(
                GitPush
                    .In(script)
                    .Where(push => !push.IsOfNoBranch)
                    .Select(push => new Write(ResourceKind.Branch, push.Branch, OneLine.Of(push.Text, 60), node))
            );
    }

    private static string? Text(Setting<string> setting) =>
        setting switch
        {
            Setting<string>.Written written => written.Value,
            Setting<string>.Computed computed => computed.Scalar.Text,
            _ => null,
        };
}
