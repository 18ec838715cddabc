using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Syntax.Triggers;
using static Baton.Workflows.Syntax.Outlines.Outliner;

namespace Baton.Workflows.Syntax.Outlines;

/// <summary>A workflow as lines below each other: what Baton understood of it.</summary>
public static class WorkflowOutline
{
    /// <summary>The outline of a workflow and of those that it calls.</summary>
    public static OutlinePart Of(Workflow workflow, IReadOnlyList<CalledJobs> calls)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(calls);
        return new OutlinePart("workflow", workflow.File, workflow.Name?.AsText(), workflow.Node.Span)
        {
            Parts =
            [
                .. Value("run-name", workflow.RunName),
                .. workflow.Triggers.Select(Trigger),
                .. Permissions(workflow.Permissions),
                .. Table("env", workflow.Environment),
                .. Defaults(workflow.Defaults),
                .. Concurrency(workflow.Concurrency),
                .. workflow.Jobs.Select(job =>
                    JobOutline.Of(job, calls.FirstOrDefault(call => ReferenceEquals(call.Job, job)))
                ),
            ],
        };
    }

    internal static IEnumerable<OutlinePart> Concurrency(Concurrency? concurrency) =>
        concurrency is null
            ? []
            :
            [
                new OutlinePart(
                    "concurrency",
                    null,
                    concurrency.Group is { } group ? Text(group) : null,
                    concurrency.Node.Span
                )
                {
                    Parts =
                    [
                        .. Value("cancel-in-progress", concurrency.CancelInProgress),
                        .. Value("queue", concurrency.Queue),
                    ],
                },
            ];

    internal static IEnumerable<OutlinePart> Permissions(Permissions? permissions) =>
        permissions switch
        {
            Permissions.All all => [new("permissions", null, $"all: {Level(all.Level)}", all.Node.Span)],
            Permissions.Listed { Permissions.Count: 0 } none => [new("permissions", null, "none", none.Node.Span)],
            Permissions.Listed listed => listed.Permissions.Select(permission => new OutlinePart(
                "permission",
                permission.Name.Text,
                Level(permission.Level),
                permission.Name.Span
            )),
            _ => [],
        };

    internal static IEnumerable<OutlinePart> Defaults(Defaults? defaults) =>
        defaults is null
            ? []
            :
            [
                new OutlinePart("defaults", null, null, defaults.Node.Span)
                {
                    Parts =
                    [
                        .. Value("shell", defaults.Shell),
                        .. Value("working-directory", defaults.WorkingDirectory),
                    ],
                },
            ];

    private static OutlinePart Trigger(Trigger trigger) =>
        new("on", trigger.Name.Text, null, trigger.Name.Span) { Parts = [.. Below(trigger)] };

    private static IEnumerable<OutlinePart> Below(Trigger trigger) =>
        trigger switch
        {
            Trigger.Event happened =>
            [
                .. Values("types", happened.Types),
                .. happened.Filters.SelectMany(filter => Values(filter.Name.Text, filter.Patterns)),
            ],
            Trigger.Schedule schedule => schedule.Times.SelectMany(time =>
                Value("cron", time.Cron).Concat(Value("timezone", time.TimeZone))
            ),
            Trigger.Dispatch dispatch => dispatch.Inputs.Select(Input),
            Trigger.Call call =>
            [
                .. call.Inputs.Select(Input),
                .. call.Secrets.Select(secret => new OutlinePart(
                    "secret",
                    secret.Name.Text,
                    secret.IsRequired ? "required" : null,
                    secret.Name.Span
                )),
                .. Table("output", call.Outputs),
            ],
            _ => [],
        };

    private static OutlinePart Input(Input input) =>
        new(
            "input",
            input.Name.Text,
            (input.Type?.Text ?? "string") + (input.IsRequired ? ", required" : ""),
            input.Name.Span
        )
        {
            Parts =
            [
                .. input.Default is { } given
                    ? new[]
                    {
                        new OutlinePart("default", null, ((Yaml.YamlScalar)given.Node).AsText(), given.Node.Span),
                    }
                    : [],
                .. Values("options", input.Options),
            ],
        };

    private static string Level(PermissionLevel level) =>
        level switch
        {
            PermissionLevel.Read => "read",
            PermissionLevel.Write => "write",
            _ => "none",
        };
}
