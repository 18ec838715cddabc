using System.Text.RegularExpressions;

namespace Baton.Workflows.Resources;

/// <summary>Commands in scripts that write to shared things.</summary>
internal static partial class ScriptWrites
{
    private static readonly (Regex Pattern, ResourceKind Kind)[] Table =
    [
        (Releases(), ResourceKind.Release),
        (Packages(), ResourceKind.Package),
        (Infrastructure(), ResourceKind.Infrastructure),
        (PullRequests(), ResourceKind.PullRequest),
        (Issues(), ResourceKind.Issue),
        (Labels(), ResourceKind.Labels),
        (Assignees(), ResourceKind.Assignees),
        (Comments(), ResourceKind.Comments),
    ];

    public static IEnumerable<(ResourceKind Kind, string Command)> In(string script)
    {
        foreach (var line in script.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith('#')))
        {
            foreach (var (pattern, kind) in Table)
            {
                if (pattern.Match(line) is { Success: true } found && !DryRun().IsMatch(line))
                    yield return (kind, found.Value.Trim());
            }
        }
    }

    [GeneratedRegex(@"(^|[;&|(]\s*)gh\s+release\s+(create|upload|edit|delete)\b", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Releases();

    [GeneratedRegex(
        @"(^|[;&|(]\s*)((npm|pnpm|yarn|cargo|poetry|uv|hatch|flit)\s+(-\S+\s+)*publish\b|yarn\s+npm\s+publish\b|twine\s+upload\b|gem\s+push\b|dotnet\s+nuget\s+push\b|docker\s+push\b|helm\s+push\b)",
        RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Packages();

    [GeneratedRegex(
        @"(^|[;&|(]\s*)(terraform\s+(-\S+\s+)*(apply|destroy)\b|tofu\s+apply\b|pulumi\s+up\b|cdk\s+deploy\b|kubectl\s+apply\b|helm\s+upgrade\b|alembic\s+upgrade\b|prisma\s+migrate\s+deploy\b|flyctl\s+deploy\b|serverless\s+deploy\b)",
        RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Infrastructure();

    [GeneratedRegex(@"(\bgh\s+pr\s+create\b|\bpulls\.create\()", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex PullRequests();

    [GeneratedRegex(@"(\bgh\s+issue\s+create\b|\bissues\.create\()", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Issues();

    [GeneratedRegex(
        @"(--(add|remove)-label\b|\bissues\.(addLabels|removeLabel|setLabels)\()",
        RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Labels();

    [GeneratedRegex(@"(--add-assignee\b|\bissues\.addAssignees\()", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Assignees();

    [GeneratedRegex(
        @"(\bgh\s+(pr|issue)\s+comment\b|\bissues\.(createComment|updateComment)\()",
        RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Comments();

    [GeneratedRegex(@"--dry-run\b|--dryrun\b", RegexOptions.None, 200)]
    private static partial Regex DryRun();
}
