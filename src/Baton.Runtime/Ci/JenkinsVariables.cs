using Baton.Runtime.Configuration;

namespace Baton.Runtime.Ci;

/// <summary>
/// Jenkins: https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables and, for GIT_*,
/// https://plugins.jenkins.io/git/#plugin-content-environment-variables
/// </summary>
internal static class JenkinsVariables
{
    public static CiEnvironment Read(CiVariables variables)
    {
        var remote = variables["GIT_URL"] ?? variables["GIT_URL_1"];
        var scope = remote is null ? null : ScopeName.FromRemote(remote);
        return new CiEnvironment
        {
            Service = CiService.Jenkins,
            Workflow = variables["JOB_NAME"],
            EventName = variables["CHANGE_ID"] is null ? null : "change",
            Ref =
                CiVariables.Tag(variables["TAG_NAME"])
                ?? CiVariables.Branch(variables["BRANCH_NAME"] ?? Local(variables["GIT_BRANCH"])),
            Sha = variables["GIT_COMMIT"],
            Actor = variables["CHANGE_AUTHOR"] ?? variables["BUILD_USER_ID"],
            Repository = scope,
            Scope = scope,
            RunId = variables["BUILD_TAG"],
            RunNumber = variables.Number("BUILD_NUMBER"),
            RunUrl = variables.Url("BUILD_URL"),
        };
    }

    // The git plugin gives a branch with its remote before it.
    private static string? Local(string? branch) =>
        branch is not null && branch.StartsWith("origin/", StringComparison.Ordinal)
            ? branch["origin/".Length..]
            : branch;
}
