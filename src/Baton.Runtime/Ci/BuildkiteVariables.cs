using Baton.Runtime.Configuration;

namespace Baton.Runtime.Ci;

/// <summary>Buildkite: https://buildkite.com/docs/pipelines/environment-variables</summary>
internal static class BuildkiteVariables
{
    public static CiEnvironment Read(CiVariables variables)
    {
        var scope = variables["BUILDKITE_REPO"] is { } remote ? ScopeName.FromRemote(remote) : null;
        return new CiEnvironment
        {
            Service = CiService.Buildkite,
            Workflow = variables["BUILDKITE_PIPELINE_SLUG"],
            EventName = variables["BUILDKITE_SOURCE"],
            Ref = CiVariables.Tag(variables["BUILDKITE_TAG"]) ?? CiVariables.Branch(variables["BUILDKITE_BRANCH"]),
            Sha = variables.Is("BUILDKITE_COMMIT", "HEAD") ? null : variables["BUILDKITE_COMMIT"],
            Actor = variables["BUILDKITE_BUILD_CREATOR"],
            Repository = scope,
            Scope = scope,
            RunId = variables["BUILDKITE_BUILD_ID"],
            RunNumber = variables.Number("BUILDKITE_BUILD_NUMBER"),
            Attempt = variables.Count("BUILDKITE_RETRY_COUNT") is { } retries and < int.MaxValue ? retries + 1 : null,
            RunUrl = variables.Url("BUILDKITE_BUILD_URL"),
            IsDisposable = variables.Is("BUILDKITE_COMPUTE_TYPE", "hosted"),
        };
    }
}
