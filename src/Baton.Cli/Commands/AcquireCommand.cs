using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;

namespace Baton.Cli.Commands;

/// <summary><c>baton acquire</c>: asks and waits as <c>run</c> does, and leaves a keeper behind that keeps the run for the steps to come.</summary>
public static class AcquireCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("acquire", "ask and wait as run does, and keep the run until release")
    {
        Options =
        [
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
            "For work that is not one command: the steps of a CI job. A keeper stays behind\n"
            + "and renews the lease. Where one command does, baton run protects more: it ends\n"
            + "its command when the lease is lost, and a keeper can't end what is not its own.",
        Examples =
        [
            ("baton acquire --group deploy", "one job at a time, until baton release"),
            (
                "baton acquire --key 'issue-{issue.number}' --key-window 5m",
                "one job for an issue; the output granted says whether this is the one"
            ),
            (
                "baton acquire --group deploy --follow 4711 --hold-at-most 1h",
                "ends with process 4711, after an hour at the latest"
            ),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        Plan plan;
        try
        {
            plan = Requesting.Plan(call);
        }
        catch (AskingException problem) when (!call.Has(CommonOptions.DryRun) && Requesting.Observes(call, problem))
        {
            return ObservedStep.Undecided(call, problem);
        }
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
