using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Coordination;
using Baton.Runtime.Estimates;
using Baton.Runtime.Kernel;
using Baton.Runtime.Logging;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands;

/// <summary><c>baton run</c>: asks, waits, runs a command while it holds, and ends with the command's exit code.</summary>
public static class RunCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("run", "run a command once, one at a time, in order")
    {
        Takes = "-- COMMAND…",
        TakesCommand = true,
        Options =
        [
            .. RequestOptions.All,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "With no group and no key the scope is its own group. What is asked for is had\n"
            + "whole or not at all. Ends with the command's exit code; docs/exit-codes.md has\n"
            + "the others.",
        Examples =
        [
            ("baton run --group deploy -- ./deploy.sh", "one deploy at a time"),
            ("baton run --group gpu=2 --capacity 4 -- ./train.sh", "two of the four units of gpu"),
            (
                "baton run --key 'issue-{issue.number}' --key-window 5m -- ./work.sh",
                "once for an issue, however many events tell of it"
            ),
            ("baton run --group docs --policy cancel-running -- make docs", "the newest stops the one that runs"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var plan = Requesting.Plan(call);
        if (call.Has(CommonOptions.DryRun))
            return await PlanPage.TellAsync(call, plan).ConfigureAwait(false);
        var report = new RunReport(call, plan);
        var run = PlanOf(call, plan);
        try
        {
            return await RunAsync(call, run, report).ConfigureAwait(false);
        }
        catch (StoreException failure) when (run.ProceedsUnprotected && MayProceed(failure.Fault))
        {
            report.Unprotected(failure.Message);
            var clock = new BootClock(call.Surroundings.Clock);
            var code = await new UnprotectedRun(run, clock, () => WithdrawAsync(plan, clock))
                .RunAsync()
                .ConfigureAwait(false);
            await ReportLaterAsync(call, plan, failure.Message).ConfigureAwait(false);
            return code;
        }
        catch (RequestRefusedException refused)
        {
            return new Failure(ExitCode.Refused, RefusalWords.Of(refused.Refusal, Telling.Bare(Instant.Zero))).Tell(
                call.Surroundings
            );
        }
    }

    private static async ValueTask<int> RunAsync(Invocation call, RunPlan run, RunReport report)
    {
        var clock = new BootClock(call.Surroundings.Clock);
        await using var store = await Stores.OpenAsync(report.Plan.Site, clock).ConfigureAwait(false);
        var here = Runtime.Coordination.Surroundings.Here(Stores.FolderOf(report.Plan.Site), clock);
        var observer = new RunObserver(call.Surroundings, new Estimating(new PastDurations(store)).OfAsync);
        using var log = LineLogger.For(call);
        var (told, kept) = log is null
            ? ((IRunObserver)observer, (IScopeStore)store)
            : (new LoggedRun(observer, log), new LoggedStore(store, log, clock));
        var end = await new CommandRun(run, here, told).RunAsync(kept, CancellationToken.None).ConfigureAwait(false);
        return await report.TellAsync(end, store, observer.Warnings).ConfigureAwait(false);
    }

    private static RunPlan PlanOf(Invocation call, Plan plan) =>
        new()
        {
            Ask = plan.Ask,
            Command = call.Command,
            Environment = call.Surroundings.Variables(),
            Scope = plan.Site.Scope,
            Store = plan.Site.Address,
            Grace = plan.Grace,
            ProceedsUnprotected = plan.OnUnavailable == OnUnavailable.Proceed,
        };

    // A store that is in the wrong place, or of a newer version, is a mistake in the set-up that proceeding would hide.
    private static bool MayProceed(StoreFault fault) => fault is not (StoreFault.Unsuitable or StoreFault.TooNew);

    private static async ValueTask<bool> WithdrawAsync(Plan plan, BootClock clock)
    {
        try
        {
            await using var store = await Stores
                .OpenAsync(plan.Site, clock, TimeSpan.FromSeconds(1))
                .ConfigureAwait(false);
            var asked = await store
                .ReadAsync((view, _) => view.Run(plan.Ask.Run), CancellationToken.None)
                .ConfigureAwait(false);
            if (asked is { IsLive: true })
                await store
                    .ApplyAsync([new Command.End(asked.Id, asked.Token, Conclusion.Cancelled)], CancellationToken.None)
                    .ConfigureAwait(false);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private static async ValueTask ReportLaterAsync(Invocation call, Plan plan, string why)
    {
        try
        {
            await using var store = await Stores
                .OpenAsync(plan.Site, new BootClock(call.Surroundings.Clock))
                .ConfigureAwait(false);
            await store
                .ApplyAsync([new Command.ReportUnprotected(plan.Ask.Origin, why)], CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            call.Surroundings.Say(
                $"warning: the audit does not know of this unprotected run, the store still fails: {failure.Message}"
            );
        }
    }
}
