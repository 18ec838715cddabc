using System.Globalization;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Calls;

/// <summary>
/// Follows the calls of a workflow into the files that are given, and finds what doesn't fit: inputs, secrets,
/// permissions, groups that both take, and calls without end.
/// </summary>
public sealed class WorkflowLinker
{
    // A few files that each call the next one several times are a great many calls.
    private const int MostCalls = 1000;

    private readonly CallRules rules;
    private readonly Func<string, Workflow?> files;
    private readonly List<Finding> findings = [];
    private readonly List<Job.Call> missing = [];
    private int jobs;
    private int followed;

    private WorkflowLinker(CallRules rules, Func<string, Workflow?> files) => (this.rules, this.files) = (rules, files);

    /// <summary>Follows the calls.</summary>
    /// <param name="workflow">Where they start.</param>
    /// <param name="files">The workflow that a <c>uses</c> names, or null where it isn't given.</param>
    /// <param name="rules">How much calling there may be.</param>
    public static Linking Link(Workflow workflow, Func<string, Workflow?> files, CallRules rules)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(rules);
        var linker = new WorkflowLinker(rules, files);
        linker.Count(workflow);
        var calls = linker.Calls(new CallerStanding(workflow, null, [], 0));
        return new Linking(calls, linker.missing, [.. linker.findings.Distinct()]);
    }

    private List<CalledJobs> Calls(CallerStanding standing)
    {
        var calls = new List<CalledJobs>();
        foreach (var job in standing.Workflow.Jobs.OfType<Job.Call>())
        {
            if (job.Uses is not { } uses)
                continue;
            if (files(uses.Text) is not { } called)
                missing.Add(job);
            else if (Follow(job, called, standing) is { } call)
                calls.Add(call);
        }

        return calls;
    }

    private CalledJobs? Follow(Job.Call job, Workflow called, CallerStanding standing)
    {
        if (standing.Depth >= rules.Depth || followed++ >= MostCalls)
        {
            AddTooDeep(standing.Workflow, job.Uses!);
            return null;
        }

        if (!Count(called))
            return null;
        CheckCall(job, called, standing);
        var below = standing.Below(job, called);
        findings.AddRange(below.Deadlocks(called));
        return new CalledJobs(standing.Workflow, job, called, Calls(below.Holding(called)));
    }

    private void CheckCall(Job.Call job, Workflow called, CallerStanding standing)
    {
        if (called.Triggers.OfType<Trigger.Call>().FirstOrDefault() is { } call)
            findings.AddRange(new ArgumentCheck(standing.Workflow, job, call).Findings());
        else
            Add(
                called,
                called.Node.Entry("on")?.Value ?? called.Node,
                "this workflow is called, but calls do not start it",
                "add workflow_call: below on:"
            );
        var allowed = job.Permissions ?? standing.Permissions;
        findings.AddRange(new PermissionCheck(rules.Default, standing.Workflow, job).Findings(called, allowed));
    }

    private void AddTooDeep(Workflow caller, YamlScalar uses) =>
        Add(
            caller,
            uses,
            followed > MostCalls
                ? string.Create(CultureInfo.InvariantCulture, $"there are more than {MostCalls} calls in all")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"this call is one too many below each other: at most {rules.Depth} called workflows stand so"
                ),
            "does one of them call itself?"
        );

    private bool Count(Workflow workflow)
    {
        var before = jobs;
        jobs += workflow.Jobs.Count;
        if (before <= rules.Jobs && jobs > rules.Jobs)
            Add(
                workflow,
                workflow.Node,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"with this one there are {jobs} jobs in all; at most {rules.Jobs} are run"
                )
            );
        return jobs <= rules.Jobs;
    }

    private void Add(Workflow workflow, YamlNode node, string message, string? hint = null) =>
        findings.Add(new Finding(workflow.File, node.Line, node.Column, message, hint) { Length = node.Span.Length });
}
