using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Observing;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands;

/// <summary>
/// <c>acquire</c>, <c>renew</c> and <c>release</c> of a run that is only observed. It holds nothing, so there is no keeper:
/// acquire asks and goes on, release tells what became of it. Its token is 0, which no run that holds has; by that the
/// later steps know it. None of this ever fails a step.
/// </summary>
internal static class ObservedStep
{
    /// <summary>Whether a step is one of an observed run.</summary>
    public static bool Is(Invocation call) => call.Get(KeepingOptions.Token) == 0;

    /// <summary>Asks, and goes on whatever the answer; gives the exit code.</summary>
    /// <param name="call">The call.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="followed">The process with whose end the run is over.</param>
    public static async ValueTask<int> AcquireAsync(Invocation call, Plan plan, ProcessIdentity? followed)
    {
        var clock = new BootClock(call.Surroundings.Clock);
        var here = Runtime.Coordination.Surroundings.Here(Stores.FolderOf(plan.Site), clock);
        var ask = plan.Ask with { Owner = new Owner(here.Domain.Text ?? "", followed?.ToString() ?? "") };
        await using var shadow = new Shadow(ask, plan.Site.Scope, here, scope => OpenAsync(plan.Site, scope, clock))
        {
            OnTrouble = trouble => Warn(call, trouble),
        };
        await shadow.AskAsync(CancellationToken.None).ConfigureAwait(false);
        return new AcquireReport(call, plan).Observed(new Runtime.Runs.RunEnd.Observed(ask.Run, 0, shadow.Enforced));
    }

    /// <summary>Goes on although no request could be made; gives the exit code.</summary>
    public static int Undecided(Invocation call, AskingException problem)
    {
        foreach (var line in problem.Lines)
            Warn(call, $"enforce would have refused this: {line}");
        var run = new RunId(Requesting.FreshId(call.Surroundings));
        call.Surroundings.Out.WriteLine($"granted: run {run}, token 0, only observed");
        return (int)ExitCode.Success;
    }

    /// <summary>Tells that there is nothing to renew; gives the exit code.</summary>
    public static int Renew(Invocation call) => Tell(call, "the run is only observed: it holds nothing, and may go on");

    /// <summary>Tells what became of the run; gives the exit code.</summary>
    public static async ValueTask<int> ReleaseAsync(Invocation call, Conclusion conclusion)
    {
        try
        {
            var step = StepCall.Of(call);
            var store = await OpenAsync(step.Site, ObservedScope.Of(step.Site.Scope), new(call.Surroundings.Clock))
                .ConfigureAwait(false);
            await using var open = store.ConfigureAwait(false);
            var (run, now) = await store
                .ReadAsync((view, at) => (view.Run(step.Run), at), CancellationToken.None)
                .ConfigureAwait(false);
            if (run is not null)
                await store.ApplyAsync(Ending(run, now, conclusion), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Warn(call, failure.Message);
        }
        return Tell(call, "released: the run was only observed and held nothing");
    }

    private static List<Command> Ending(Run run, Instant now, Conclusion conclusion)
    {
        var own = run.State == RunState.Waiting ? Conclusion.Cancelled : conclusion;
        var seen = new Observation(run.Ask, now - run.AskedAt, conclusion);
        var against =
            run.StartedAt == run.AskedAt ? run.Stop?.Reason
            : run.Reason is Reason.Free ? null
            : run.Reason;
        var report = new Command.ReportObserved(seen, against);
        return run is { IsLive: true, IsConcluding: false }
            ? [new Command.End(run.Id, run.Token, own), report]
            : [report];
    }

    private static async ValueTask<IScopeStore> OpenAsync(Site site, string scope, BootClock clock) =>
        await Stores.OpenAsync(site with { Scope = scope }, clock, TimeSpan.FromSeconds(1)).ConfigureAwait(false);

    private static void Warn(Invocation call, string trouble) =>
        call.Surroundings.Say($"warning: mode: observe: {Workflows.Findings.OneLine.Of(trouble, 1000)}");

    private static int Tell(Invocation call, string sentence)
    {
        call.Surroundings.Out.Write(
            call.Has(CommonOptions.Json)
                ? JsonText.Line(json =>
                {
                    json.WriteString(
                        "run_id",
                        call.Words.Count > 0 ? call.Words[0] : call.Surroundings.Set(StepCall.RunVariable) ?? ""
                    );
                    json.WriteString("mode", "observe");
                    json.WriteString("reason", sentence);
                    json.WriteNumber("exit_code", (int)ExitCode.Success);
                })
                : sentence + "\n"
        );
        return (int)ExitCode.Success;
    }
}
