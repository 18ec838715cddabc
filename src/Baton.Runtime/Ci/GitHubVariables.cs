using System.Globalization;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Ci;

/// <summary>
/// GitHub Actions:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
/// </summary>
internal static class GitHubVariables
{
    public static CiEnvironment Read(CiVariables variables)
    {
        var repository = variables["GITHUB_REPOSITORY"];
        return new CiEnvironment
        {
            Service = CiService.GitHub,
            Workflow = variables["GITHUB_WORKFLOW"],
            EventName = variables["GITHUB_EVENT_NAME"],
            Ref = variables["GITHUB_REF"],
            Sha = variables["GITHUB_SHA"],
            Actor = variables["GITHUB_ACTOR"],
            Repository = repository,
            Scope = repository is null ? null : ScopeName.FromRepository(variables["GITHUB_SERVER_URL"], repository),
            RunId = variables["GITHUB_RUN_ID"],
            RunNumber = variables.Number("GITHUB_RUN_NUMBER"),
            Attempt = variables.Count("GITHUB_RUN_ATTEMPT"),
            RunUrl = Url(variables, repository),
            IsDisposable = variables.Is("RUNNER_ENVIRONMENT", "github-hosted"),
            EventPath = variables.Path("GITHUB_EVENT_PATH"),
        };
    }

    private static string? Url(CiVariables variables, string? repository)
    {
        var server = (variables.Url("GITHUB_SERVER_URL") ?? "https://github.com").TrimEnd('/');
        if (repository is null || variables.Number("GITHUB_RUN_ID") is not { } id)
            return null;
        var run = string.Create(CultureInfo.InvariantCulture, $"{server}/{repository}/actions/runs/{id}");
        return variables.Count("GITHUB_RUN_ATTEMPT") is { } attempt and > 1
            ? string.Create(CultureInfo.InvariantCulture, $"{run}/attempts/{attempt}")
            : run;
    }
}
