using System.Text.Json.Nodes;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Writes a workflow as the reference writes its own: what it has and the model doesn't would be missing here.</summary>
internal sealed class WorkflowProjection(bool hasSource)
{
    // The reference of the cases knows these; newer ones are in the model alone.
    private static readonly string[] Permitted =
    [
        "actions",
        "checks",
        "contents",
        "deployments",
        "discussions",
        "id-token",
        "issues",
        "packages",
        "pages",
        "pull-requests",
        "repository-projects",
        "security-events",
        "statuses",
    ];

    private readonly Projection values = new(hasSource);

    public JsonObject Workflow(Workflow workflow, IReadOnlyList<CalledJobs> calls)
    {
        values.File = workflow.File;
        var written = new JsonObject();
        Set(written, "input-types", InputTypes(workflow));
        Head(written, workflow);
        Set(written, "concurrency", Concurrency(workflow.Concurrency));
        Set(written, "permissions", Permissions(workflow.Permissions));
        written["jobs"] = Jobs(workflow, workflow.Permissions, calls);
        return written;
    }

    private void Head(JsonObject written, Workflow workflow)
    {
        Set(written, "env", values.Table(workflow.Environment));
        Set(written, "defaults", Defaults(workflow.Defaults));
    }

    private static JsonObject? InputTypes(Workflow workflow)
    {
        var inputs = workflow.Triggers.OfType<Trigger.Dispatch>().SelectMany(dispatch => dispatch.Inputs).ToList();
        return inputs.Count == 0
            ? null
            : new JsonObject(
                inputs.Select(input => KeyValuePair.Create(input.Name.Text, (JsonNode?)(input.Type?.Text ?? "string")))
            );
    }

    private JsonArray Jobs(Workflow workflow, Permissions? inherited, IReadOnlyList<CalledJobs> calls)
    {
        var jobs = new JsonArray();
        foreach (var job in workflow.Jobs)
        {
            values.File = workflow.File;
            var written = Job(job, inherited);
            if (job is Job.Normal normal)
                new JobProjection(values).Write(written, normal);
            else if (job is Job.Call call)
                Call(written, call, (calls.FirstOrDefault(c => ReferenceEquals(c.Job, call)), inherited));
            jobs.Add(written);
        }

        return jobs;
    }

    private JsonObject Job(Job job, Permissions? inherited)
    {
        var written = new JsonObject
        {
            ["type"] = job is Job.Call ? "reusableWorkflowJob" : "job",
            ["id"] = values.Key(job.Id),
            ["name"] = job.Name is null or Setting<string>.Written { Value: "" }
                ? values.Key(job.Id)
                : values.Text(job.Name),
            ["if"] = JobProjection.Condition(job.If),
        };
        if (job.Needs.Count > 0)
            written["needs"] = new JsonArray([.. job.Needs.Select(need => values.Key(need))]);
        Set(written, "strategy", JobProjection.Strategy(values, job.Strategy));
        Set(written, "permissions", Permissions(job.Permissions ?? inherited));
        Set(written, "concurrency", Concurrency(job.Concurrency));
        return written;
    }

    private void Call(JsonObject written, Job.Call job, (CalledJobs? Called, Permissions? Inherited) how)
    {
        Set(written, "ref", job.Uses is null ? null : values.Key(job.Uses));
        Set(written, "input-values", values.Structure(job.With, _ => InputValues(job.Node["with"]!)));
        if (job.Node["secrets"] is YamlMapping secrets)
            written["secret-values"] = values.Table(job.Secrets, secrets);
        if (job.InheritsSecrets)
            written["inherit-secrets"] = true;
        if (how.Called is not { Called: var called } call)
            return;
        values.File = called.File;
        if (called.Triggers.OfType<Trigger.Call>().FirstOrDefault()?.Node is YamlMapping definitions)
        {
            Set(written, "input-definitions", values.Node(definitions["inputs"]));
            Set(written, "secret-definitions", values.Node(definitions["secrets"]));
            Set(written, "outputs", values.Node(definitions["outputs"]));
        }

        Head(written, called);
        var permissions = called.Permissions ?? job.Permissions ?? how.Inherited;
        Set(written, "permissions", Permissions(permissions));
        written["jobs"] = Jobs(called, permissions, call.Calls);
    }

    private JsonNode InputValues(YamlNode with) =>
        values.Map(
            with,
            ((YamlMapping)with).Entries.Select(entry =>
                (entry.Key, entry.Value is YamlScalar { IsNull: true } ? "" : values.Node(entry.Value))
            )
        );

    private JsonNode? Concurrency(Concurrency? concurrency) =>
        concurrency?.Node is YamlMapping
            ? values.Keys(
                concurrency.Node,
                key =>
                    key switch
                    {
                        "group" => values.Text(concurrency.Group),
                        "cancel-in-progress" => values.Flag(concurrency.CancelInProgress),
                        _ => values.Text(concurrency.Queue),
                    }
            )
            : values.Text(concurrency?.Group);

    private JsonNode? Defaults(Defaults? defaults) => JobProjection.Defaults(values, defaults);

    private static JsonObject? Permissions(Permissions? permissions) =>
        permissions is null
            ? null
            : new JsonObject(
                Permitted
                    .Select(name => (name, Level: permissions.Of(name)))
                    .Where(permission => permission.Level != PermissionLevel.None)
                    .Select(permission =>
                        KeyValuePair.Create(
                            permission.name,
                            (JsonNode?)(permission.Level == PermissionLevel.Read ? "read" : "write")
                        )
                    )
            );

    private static void Set(JsonObject written, string key, JsonNode? value)
    {
        if (value is not null)
            written[key] = value;
    }
}
