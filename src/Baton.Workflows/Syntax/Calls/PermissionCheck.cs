using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Shapes;

namespace Baton.Workflows.Syntax.Calls;

/// <summary>
/// Permissions that a called workflow asks for and its caller doesn't have:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations
/// </summary>
internal sealed class PermissionCheck(DefaultPermissions policy, Workflow caller, Job.Call job)
{
    // These must be asked for by name: neither a policy nor "all" gives them.
    private static readonly string[] ByName = ["id-token", "models", "vulnerability-alerts", "copilot-requests"];

    /// <summary>What the called workflow and its jobs ask for too much.</summary>
    /// <param name="called">The workflow.</param>
    /// <param name="allowed">What the caller says; null: it doesn't.</param>
    public IEnumerable<Finding> Findings(Workflow called, Permissions? allowed)
    {
        var asking = called
            .Jobs.Select(inner => (What: $"its job {OneLine.Quoted(NameOf(inner), 60)}", inner.Permissions))
            .Prepend((What: "the called workflow", called.Permissions));
        foreach (var (what, permissions) in asking)
        {
            if (permissions is null || TooMuch(permissions, allowed) is not { Count: > 0 } names)
                continue;
            var asked = string.Join(", ", names.Select(name => $"{name}: {InWords(permissions.Of(name))}"));
            var given = string.Join(", ", names.Select(name => $"{name}: {InWords(Allowed(allowed, name))}"));
            yield return new Finding(
                caller.File,
                job.Id.Line,
                job.Id.Column,
                $"{what} asks for {asked}, but its caller has {given}",
                "add it below permissions: of this job"
            )
            {
                Length = job.Id.Span.Length,
            };
        }
    }

    private List<string> TooMuch(Permissions asked, Permissions? allowed) =>
        [
            .. CommonShape
                .Permissions.Select(permission => permission.Name)
                .Where(name => asked is not Permissions.All || !ByName.Contains(name))
                .Where(name => asked.Of(name) > Allowed(allowed, name)),
        ];

    private PermissionLevel Allowed(Permissions? allowed, string name)
    {
        if (allowed is not null)
            return allowed.Of(name);
        if (policy == DefaultPermissions.Write)
            return ByName.Contains(name) ? PermissionLevel.None : PermissionLevel.Write;
        return name is "contents" or "packages" ? PermissionLevel.Read : PermissionLevel.None;
    }

    private static string NameOf(Job inner) =>
        inner.Name is Setting<string>.Written { Value.Length: > 0 } name ? name.Value : inner.Id.Text;

    private static string InWords(PermissionLevel level) =>
        level switch
        {
            PermissionLevel.Read => "read",
            PermissionLevel.Write => "write",
            _ => "none",
        };
}
