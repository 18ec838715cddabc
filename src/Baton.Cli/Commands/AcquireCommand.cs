using System.Globalization;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;

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
            return await ObservedStep.AcquireAsync(call, plan, Followed(call)).ConfigureAwait(false);
        var order = new KeepOrder(plan.Ask, plan.Site.Scope, plan.Site.Address, call.Surroundings.Folder)
        {
            Grace = plan.Grace,
            HoldAtMost = call.Get(KeepingOptions.HoldAtMost) ?? KeepingOptions.DefaultHold,
            Follow = Followed(call),
            ProceedsUnprotected = plan.OnUnavailable == OnUnavailable.Proceed,
        };
        var log = call.Get(CommonOptions.Log) is { } file ? Path.Combine(call.Surroundings.Folder, file) : "/dev/null";
        using var signals = Signals.Catch();
        using var keeper = DetachedProcess.Start(
            [.. call.Surroundings.Program(), KeepCommand.Verb.Name],
            EnvironmentFor(call, order),
            log
        );
        return await new Handover(new AcquireReport(call, plan), keeper, signals)
            .TakeAsync(order)
            .ConfigureAwait(false);
    }

    private static ProcessIdentity? Followed(Invocation call)
    {
        var wish = call.Get(KeepingOptions.Follow);
        if (wish == "none")
            return null;
        if (wish is not null)
            return ProcessIdentity.Of(int.Parse(wish, CultureInfo.InvariantCulture))
                ?? throw new AskingException(AskingFault.Usage, $"--follow: there is no process {wish}");
        var nearest = Forebears.NearestAtWork();
        call.Surroundings.Say(
            nearest is { } process
                ? $"follows process {process.Pid} ({Runtime.Wording.Plain.Text(Forebears.NameOf(process.Pid) ?? "gone")}): the run ends with it, if nobody releases it before"
                : "follows no process: nothing above this one is more than a shell; baton release ends the run, or --hold-at-most"
        );
        return nearest;
    }

    /// <summary>
    /// CI services end what carries their marks at the end of a job or even of a step, with SIGKILL: a keeper that follows
    /// the job ends by itself, and in order. (RUNNER_TRACKING_ID: actions/runner, JobExtension.cs; JENKINS_NODE_COOKIE:
    /// https://www.jenkins.io/doc/book/using/ "Spawning processes from build".)
    /// </summary>
    private static Dictionary<string, string> EnvironmentFor(Invocation call, KeepOrder order)
    {
        var variables = call.Surroundings.Variables().ToDictionary(StringComparer.Ordinal);
        if (order.Follow is null)
            return variables;
        variables.Remove("RUNNER_TRACKING_ID");
        if (variables.ContainsKey("JENKINS_NODE_COOKIE"))
            variables["JENKINS_NODE_COOKIE"] = "dontKillMe";
        return variables;
    }
}
