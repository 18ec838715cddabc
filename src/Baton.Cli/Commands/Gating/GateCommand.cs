using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Cli.Output.Gating;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Gating;

namespace Baton.Cli.Commands.Gating;

/// <summary><c>baton gate</c>: may this run go on? One question, which is a claim in the same moment.</summary>
public static class GateCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("gate", "ask whether this run may go on, before anything expensive starts")
    {
        Options =
        [
            GatingOptions.Preset,
            GatingOptions.When,
            GatingOptions.ReRuns,
            GatingOptions.OnDuplicate,
            GatingOptions.Check,
            GatingOptions.Mark,
            GatingOptions.Issue,
            GatingOptions.Owner,
            GatingOptions.ClaimMax,
            GatingOptions.CancelRun,
            .. RequestOptions.All.Where(option => option != RequestOptions.OnDuplicate),
            KeepingOptions.Follow,
            KeepingOptions.HoldAtMost,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "For the first step of a job. It decides and claims at once, so of many that ask in\n"
            + "the same second one goes on; the output should_run says whether this is the one,\n"
            + "and later steps run if: steps.gate.outputs.should_run == 'true'. What --when does\n"
            + "not mean is over before it claims anything. A keeper renews the claim until baton\n"
            + "release, which says how the work went. Claims of forks are kept apart. A run that\n"
            + "a person started again passes the windows, not an owner that is at work.\n"
            + "docs/gate.md tells what each preset stands for.",
        Examples =
        [
            ("baton gate --preset issue", "one run for an issue, and one more for each edit of it"),
            (
                "baton gate --preset agent --when \"github.event.label.name == 'agent'\"",
                "an agent when that label is added, and for nothing else"
            ),
            (
                "baton gate --preset agent --check pr=linked --mark label=agent-at-work,comment",
                "not where a pull request closes the issue already; a label and a comment say that it is at work"
            ),
            ("baton gate --key 'agent-{issue.number}=5m' --key 'day-{issue.number}=24h'", "two windows, one question"),
            (
                "baton gate --preset commit --on-duplicate wait",
                "a required check: ends as the run that was first ends, or takes over"
            ),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        GatePlan gate;
        try
        {
            gate = GatePlanning.Plan(call);
        }
        catch (AskingException problem) when (!call.Has(CommonOptions.DryRun) && Requesting.Observes(call, problem))
        {
            ObservedStep.WarnUndecided(call, problem);
            return GateReport.Undecided(call, problem);
        }
        var plan = gate.Plan;
        if (call.Has(CommonOptions.DryRun))
            return await PlanPage.TellAsync(call, plan).ConfigureAwait(false);
        using var entrance = gate.Entrance.IsNone ? null : new GateEntrance(call, gate);
        var report = new GateReport(call, plan) { Entrance = entrance };
        if (plan.Mode == Mode.Observe)
            return report.Observed(
                await ObservedStep.AskAsync(call, plan, KeeperLaunch.Followed(call)).ConfigureAwait(false)
            );
        if (entrance is not null && await entrance.LookBeforeAsync().ConfigureAwait(false) is { } found)
            plan = report.ForegoneBy(found);
        return call.Get(GatingOptions.Owner) == ClaimOwner.Run
            ? await new OwnedByRun(call, plan, report).TakeAsync().ConfigureAwait(false)
            : await KeeperLaunch.TakeAsync(call, plan, report).ConfigureAwait(false);
    }
}
