using Baton.Runtime.Configuration;

namespace Baton.Runtime.Ci;

/// <summary>GitLab CI/CD: https://docs.gitlab.com/ci/variables/predefined_variables/</summary>
internal static class GitLabVariables
{
    public static CiEnvironment Read(CiVariables variables)
    {
        var repository = variables["CI_PROJECT_PATH"];
        return new CiEnvironment
        {
            Service = CiService.GitLab,
            Workflow = variables["CI_PIPELINE_NAME"] ?? variables["CI_JOB_NAME"],
            EventName = variables["CI_PIPELINE_SOURCE"],
            Ref =
                variables["CI_MERGE_REQUEST_REF_PATH"]
                ?? CiVariables.Tag(variables["CI_COMMIT_TAG"])
                ?? CiVariables.Branch(variables["CI_COMMIT_REF_NAME"]),
            Sha = variables["CI_COMMIT_SHA"],
            Actor = variables["GITLAB_USER_LOGIN"],
            Repository = repository,
            Scope = repository is null
                ? null
                : ScopeName.FromRepository(variables["CI_SERVER_URL"] ?? "gitlab.com", repository),
            RunId = variables["CI_PIPELINE_ID"],
            RunNumber = variables.Number("CI_PIPELINE_IID"),
            RunUrl = variables.Url("CI_PIPELINE_URL"),
            IsDisposable = variables.Is("CI_DISPOSABLE_ENVIRONMENT", "true") || HasSharedRunnerTag(variables),

            // A pipeline that a webhook started has the payload in a file:
            // https://docs.gitlab.com/ci/triggers/#access-webhook-payload
            EventPath = variables.Path("TRIGGER_PAYLOAD"),
        };
    }

    // The tags of GitLab.com's own machines: https://docs.gitlab.com/ci/runners/hosted_runners/linux/
    private static bool HasSharedRunnerTag(CiVariables variables) =>
        (variables["CI_RUNNER_TAGS"] ?? "")
            .Split([',', '[', ']', '"', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Any(tag => tag.StartsWith("saas-", StringComparison.OrdinalIgnoreCase));
}
