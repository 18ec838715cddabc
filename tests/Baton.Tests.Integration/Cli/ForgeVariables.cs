using System.Globalization;
using Baton.Proof.Forging;

namespace Baton.Tests.Integration.Cli;

/// <summary>What a runner of GitHub Actions sets, where the server is a made-up one.</summary>
internal static class ForgeVariables
{
    public static Dictionary<string, string> Of(
        Machine machine,
        FakeForge forge,
        (string Name, string File) happening,
        (int Id, int Attempt) run
    )
    {
        var number = run.Id.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_API_URL"] = forge.Url,
            ["GITHUB_GRAPHQL_URL"] = forge.Url + "/graphql",
            ["GITHUB_TOKEN"] = forge.Token,
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_WORKFLOW"] = "audio",
            ["GITHUB_EVENT_NAME"] = happening.Name,
            ["GITHUB_EVENT_PATH"] = happening.File,
            ["GITHUB_RUN_ID"] = number,
            ["GITHUB_RUN_NUMBER"] = number,
            ["GITHUB_RUN_ATTEMPT"] = run.Attempt.ToString(CultureInfo.InvariantCulture),
            ["GITHUB_TRIGGERING_ACTOR"] = "ci[bot]",
            ["GITHUB_OUTPUT"] = machine.At($"outputs-{number}"),
            ["GITHUB_ENV"] = machine.At($"variables-{number}"),
            ["GITHUB_STEP_SUMMARY"] = machine.At($"summary-{number}"),
        };
    }
}
