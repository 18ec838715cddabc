using System.Globalization;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;

namespace Baton.Cli.Commands;

/// <summary>Starts a keeper for what is asked, and takes the run over for the caller.</summary>
internal static class KeeperLaunch
{
    /// <summary>Asks through a keeper; gives the exit code.</summary>
    public static async ValueTask<int> TakeAsync(Invocation call, Plan plan, IHandoverReport report)
    {
        var order = new KeepOrder(plan.Ask, plan.Site.Scope, plan.Site.Address, call.Surroundings.Folder)
        {
            Grace = plan.Grace,
            HoldAtMost = call.Get(KeepingOptions.HoldAtMost) ?? KeepingOptions.DefaultHold,
            Follow = Followed(call),
            CancelsRun = report.CancelsRun,
            Fences = plan.Fences,
            ProceedsUnprotected = plan.OnUnavailable == OnUnavailable.Proceed,
        };
        var log = call.Get(CommonOptions.Log) is { } file ? Path.Combine(call.Surroundings.Folder, file) : "/dev/null";
        using var signals = Signals.Catch();
        using var keeper = DetachedProcess.Start(
            [.. call.Surroundings.Program(), KeepCommand.Verb.Name],
            EnvironmentFor(call, order),
            log
        );
        return await new Handover(report, keeper, signals).TakeAsync(order).ConfigureAwait(false);
    }

    /// <summary>The process with whose end the run ends.</summary>
    /// <exception cref="AskingException">There is no such process.</exception>
    public static ProcessIdentity? Followed(Invocation call)
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
