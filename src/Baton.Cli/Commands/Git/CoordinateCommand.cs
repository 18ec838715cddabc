using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Configuration;

namespace Baton.Cli.Commands.Git;

/// <summary><c>baton git coordinate</c>: takes the group of a branch and keeps it for the steps that follow.</summary>
public static class CoordinateCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("coordinate", "take the branch's group, and keep it until release")
    {
        Options =
        [
            PushOptions.Branch,
            .. RequestOptions.All,
            KeepingOptions.Follow,
            KeepingOptions.HoldAtMost,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "baton acquire for the group push-BRANCH, or --group G. What pushes to the branch in\n"
            + "the steps that follow joins it; baton release ends it.",
        Examples =
        [
            ("baton git coordinate", "the branch that is checked out"),
            ("baton git coordinate --branch main --priority 80", "another one, before others"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var plan = BranchGroup.Plan(call);
        if (call.Has(CommonOptions.DryRun))
            return await PlanPage.TellAsync(call, plan).ConfigureAwait(false);
        if (plan.Mode == Mode.Observe)
        {
            var end = await ObservedStep.AskAsync(call, plan, KeeperLaunch.Followed(call)).ConfigureAwait(false);
            return new AcquireReport(call, plan).Observed(end);
        }

        return await KeeperLaunch.TakeAsync(call, plan, new AcquireReport(call, plan)).ConfigureAwait(false);
    }
}
