using Baton.Cli.Commands;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Fencing;
using Baton.Runtime.Keeping;

namespace Baton.Cli.Output;

/// <summary>What the steps after this one have in their environment: GitHub takes it from a file.</summary>
internal static class LaterSteps
{
    /// <summary>Names the run, its token and where it is.</summary>
    public static void Tell(Invocation call, Site site, (string Run, string Token, string Fences) granted)
    {
        var surroundings = call.Surroundings;
        if (site.Ci.Service != CiService.GitHub || surroundings.Set("GITHUB_ENV") is not { } file)
            return;
        var steps = new GitHubOutput((file, null), surroundings.Error, () => Requesting.FreshId(surroundings));
        steps.Set("BATON_RUN_ID", granted.Run);
        steps.Set("BATON_TOKEN", granted.Token);
        if (granted.Fences.Length > 0)
            steps.Set(FencePass.Variable, granted.Fences);
        steps.Set("BATON_SCOPE", site.Scope);
        steps.Set("BATON_STORE", site.Address);
    }

    /// <summary>Whether the keeper failed since the store can't be used, so that on-unavailable decides.</summary>
    public static bool IsOfTheStore(this KeeperNews.Failed failed) =>
        (ExitCode)failed.Code
            is ExitCode.StoreUnavailable
                or ExitCode.StoreDamaged
                or ExitCode.StoreReadOnly
                or ExitCode.StoreFull;
}
