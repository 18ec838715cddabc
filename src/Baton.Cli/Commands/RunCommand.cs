using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;

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
        Plan plan;
        try
        {
            plan = Requesting.Plan(call);
        }
        catch (AskingException problem) when (!call.Has(CommonOptions.DryRun) && Requesting.Observes(call, problem))
        {
            return await UndecidedAsync(call, problem).ConfigureAwait(false);
        }
        if (call.Has(CommonOptions.DryRun))
            return await PlanPage.TellAsync(call, plan).ConfigureAwait(false);
        if (plan.Mode == Mode.Observe)
            ObservingNotice.Tell(call);
        var report = new RunReport(call, plan);
        var run = new OneRun(call, plan, call.Command) { OnUnprotected = report.Unprotected };
        var facts = await run.RunAsync().ConfigureAwait(false);
        return facts.IsUnprotected ? facts.Code : report.Tell(facts);
    }

    /// <summary>Who only observes starts the command also where enforcing would have refused the request.</summary>
    private static async ValueTask<int> UndecidedAsync(Invocation call, AskingException problem)
    {
        ObservingNotice.Tell(call);
        UndecidedRun.Warn(call, problem);
        var facts = await new UndecidedRun(call, call.Command).RunAsync().ConfigureAwait(false);
        if (facts.Observed?.Trouble is { } trouble)
            call.Surroundings.Say(trouble);
        return facts.Code;
    }
}
