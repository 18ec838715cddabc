using Baton.Runtime.Ci;

namespace Baton.Tests.Runtime.Ci;

public sealed class CiEnvironmentTests
{
    [Fact]
    public void GitHub_is_read() =>
        Read(
                """
                GITHUB_ACTIONS=true
                GITHUB_WORKFLOW=Agents
                GITHUB_EVENT_NAME=issues
                GITHUB_REF=refs/heads/main
                GITHUB_SHA=abc
                GITHUB_ACTOR=octocat
                GITHUB_REPOSITORY=Acme/Shop
                GITHUB_SERVER_URL=https://github.com
                GITHUB_RUN_ID=123
                GITHUB_RUN_NUMBER=7
                GITHUB_RUN_ATTEMPT=2
                GITHUB_EVENT_PATH=/tmp/event.json
                RUNNER_ENVIRONMENT=github-hosted
                """
            )
            .ShouldBe(
                new CiEnvironment
                {
                    Service = CiService.GitHub,
                    Workflow = "Agents",
                    EventName = "issues",
                    Ref = "refs/heads/main",
                    Sha = "abc",
                    Actor = "octocat",
                    Repository = "Acme/Shop",
                    Scope = "acme/shop",
                    RunId = "123",
                    RunNumber = 7,
                    Attempt = 2,
                    RunUrl = "https://github.com/Acme/Shop/actions/runs/123/attempts/2",
                    EventPath = "/tmp/event.json",
                    IsDisposable = true,
                }
            );

    [Fact]
    public void GitLab_is_read() =>
        Read(
                """
                GITLAB_CI=true
                CI_JOB_NAME=deploy
                CI_PIPELINE_SOURCE=push
                CI_COMMIT_REF_NAME=main
                CI_COMMIT_SHA=abc
                GITLAB_USER_LOGIN=ann
                CI_PROJECT_PATH=Acme/Tools/Shop
                CI_SERVER_URL=https://gitlab.com
                CI_PIPELINE_ID=55
                CI_PIPELINE_IID=9
                CI_PIPELINE_URL=https://gitlab.com/acme/tools/shop/-/pipelines/55
                CI_RUNNER_TAGS=["saas-linux-small-amd64"]
                TRIGGER_PAYLOAD=/builds/payload
                """
            )
            .ShouldBe(
                new CiEnvironment
                {
                    Service = CiService.GitLab,
                    Workflow = "deploy",
                    EventName = "push",
                    Ref = "refs/heads/main",
                    Sha = "abc",
                    Actor = "ann",
                    Repository = "Acme/Tools/Shop",
                    Scope = "gitlab.com/acme/tools/shop",
                    RunId = "55",
                    RunNumber = 9,
                    RunUrl = "https://gitlab.com/acme/tools/shop/-/pipelines/55",
                    EventPath = "/builds/payload",
                    IsDisposable = true,
                }
            );

    [Fact]
    public void Buildkite_is_read() =>
        Read(
                """
                BUILDKITE=true
                BUILDKITE_PIPELINE_SLUG=shop
                BUILDKITE_SOURCE=webhook
                BUILDKITE_BRANCH=main
                BUILDKITE_COMMIT=HEAD
                BUILDKITE_BUILD_CREATOR=Ann
                BUILDKITE_REPO=git@github.com:Acme/Shop.git
                BUILDKITE_BUILD_ID=b81ed283
                BUILDKITE_BUILD_NUMBER=12
                BUILDKITE_RETRY_COUNT=1
                BUILDKITE_BUILD_URL=https://buildkite.com/acme/shop/builds/12
                BUILDKITE_COMPUTE_TYPE=self-hosted
                """
            )
            .ShouldBe(
                new CiEnvironment
                {
                    Service = CiService.Buildkite,
                    Workflow = "shop",
                    EventName = "webhook",
                    Ref = "refs/heads/main",
                    Actor = "Ann",
                    Repository = "acme/shop",
                    Scope = "acme/shop",
                    RunId = "b81ed283",
                    RunNumber = 12,
                    Attempt = 2,
                    RunUrl = "https://buildkite.com/acme/shop/builds/12",
                }
            );

    [Fact]
    public void Jenkins_is_read() =>
        Read(
                """
                JENKINS_URL=https://jenkins.example.org/
                JOB_NAME=shop/main
                GIT_BRANCH=origin/main
                GIT_COMMIT=abc
                GIT_URL=https://user:secret@git.example.org/acme/shop.git
                BUILD_TAG=jenkins-shop-main-4
                BUILD_NUMBER=4
                BUILD_URL=https://jenkins.example.org/job/shop/4/
                """
            )
            .ShouldBe(
                new CiEnvironment
                {
                    Service = CiService.Jenkins,
                    Workflow = "shop/main",
                    Ref = "refs/heads/main",
                    Sha = "abc",
                    Repository = "git.example.org/acme/shop",
                    Scope = "git.example.org/acme/shop",
                    RunId = "jenkins-shop-main-4",
                    RunNumber = 4,
                    RunUrl = "https://jenkins.example.org/job/shop/4/",
                }
            );

    [Theory]
    [InlineData("")]
    [InlineData("CI=true")]
    [InlineData("GITHUB_ACTIONS=false")]
    public void Elsewhere_nothing_is_told(string variables) => Read(variables).ShouldBe(new CiEnvironment());

    [Theory]
    [InlineData("GITHUB_ACTIONS=true\nRUNNER_ENVIRONMENT=self-hosted", false)]
    [InlineData("GITHUB_ACTIONS=true", false)]
    [InlineData("GITLAB_CI=true\nCI_DISPOSABLE_ENVIRONMENT=true", true)]
    [InlineData("GITLAB_CI=true\nCI_RUNNER_TAGS=docker, saas-linux-small", true)]
    [InlineData("GITLAB_CI=true\nCI_RUNNER_TAGS=[\"own\"]", false)]
    [InlineData("BUILDKITE=true\nBUILDKITE_COMPUTE_TYPE=hosted", true)]
    public void A_machine_that_is_thrown_away_is_told(string variables, bool expected) =>
        Read(variables).IsDisposable.ShouldBe(expected);

    [Theory]
    [InlineData(
        "GITLAB_CI=true\nCI_MERGE_REQUEST_REF_PATH=refs/merge-requests/1/head\nCI_COMMIT_REF_NAME=x",
        "refs/merge-requests/1/head"
    )]
    [InlineData("GITLAB_CI=true\nCI_COMMIT_TAG=v1\nCI_COMMIT_REF_NAME=v1", "refs/tags/v1")]
    [InlineData("BUILDKITE=true\nBUILDKITE_TAG=v1\nBUILDKITE_BRANCH=main", "refs/tags/v1")]
    [InlineData("JENKINS_URL=x\nTAG_NAME=v1", "refs/tags/v1")]
    [InlineData("JENKINS_URL=x", null)]
    public void Refs_are_fully_qualified(string variables, string? expected) => Read(variables).Ref.ShouldBe(expected);

    [Theory]
    [InlineData(
        "GITHUB_ACTIONS=true\nGITHUB_RUN_NUMBER=seven\nGITHUB_RUN_ATTEMPT=-1\nGITHUB_RUN_ID=x\nGITHUB_REPOSITORY=a/b"
    )]
    [InlineData("GITLAB_CI=true\nCI_PIPELINE_IID=99999999999999999999\nCI_PIPELINE_URL=javascript:alert(1)")]
    [InlineData("BUILDKITE=true\nBUILDKITE_RETRY_COUNT=99999999999\nBUILDKITE_BUILD_URL=file:///etc/passwd")]
    public void Nonsense_is_not_taken(string variables)
    {
        var environment = Read(variables);
        (environment.RunNumber, environment.Attempt, environment.RunUrl).ShouldBe((null, null, null));
    }

    [Fact]
    public void Values_are_bounded() =>
        Read($"GITHUB_ACTIONS=true\nGITHUB_WORKFLOW={new string('w', 100_000)}")
            .Workflow!.Length.ShouldBe(CiEnvironment.LongestValue);

    [Fact]
    public void Templates_find_what_is_known() =>
        Read("GITHUB_ACTIONS=true\nGITHUB_REF=refs/heads/main\nGITHUB_RUN_NUMBER=7")
            .Fields()
            .ShouldBe(
                new Dictionary<string, string> { ["github.ref"] = "refs/heads/main", ["github.run_number"] = "7" },
                ignoreOrder: true
            );

    private static CiEnvironment Read(string variables)
    {
        var table = variables
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return CiEnvironment.Read(name => table.GetValueOrDefault(name));
    }
}
