using Baton.Runtime.Ci;

namespace Baton.Runtime.Gating;

/// <summary>
/// Tells a run that a person started again from one that a program did: what retries by itself is what windows are there to
/// stop. GitHub names who pressed the button (github.triggering_actor), and programs have names that end with [bot]; Buildkite
/// says of which kind a retry is (https://buildkite.com/docs/pipelines/configure/environment-variables).
/// </summary>
public static class HumanRerun
{
    /// <summary>Whether a person started it again.</summary>
    /// <param name="ci">What the service tells.</param>
    /// <param name="variable">Gives an environment variable's value or null.</param>
    public static bool Is(CiEnvironment ci, Func<string, string?> variable) =>
        ci.Attempt > 1
        && ci.Service switch
        {
            CiService.GitHub => variable("GITHUB_TRIGGERING_ACTOR") is not { } actor
                || !actor.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase),
            CiService.Buildkite => variable("BUILDKITE_RETRY_TYPE") == "manual",
            _ => false,
        };
}
