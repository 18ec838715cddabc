using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Kernel;
using Baton.Runtime.Observing;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands;

/// <summary>
/// <c>acquire</c>, <c>renew</c> and <c>release</c> of a run that is only observed. It holds nothing, so there is no keeper:
/// acquire asks and goes on, release tells what became of it. None of this ever fails a step. Its token is 0, which no
/// run that holds has; but everything that is started inside an observed run finds that 0 as well, and may mean a run that
/// does hold, so the store is asked which it is.
/// </summary>
internal static class ObservedStep
{
    /// <summary>
    /// Whether a step is one of an observed run. A run that no scope knows, or that can't be looked for, is one only where
    /// the set-up says that nothing binds: its request may not have been made, and the step is to go on.
    /// </summary>
    public static async ValueTask<bool> IsAsync(Invocation call)
    {
        if (call.Get(KeepingOptions.Token) != 0)
            return false;
        if (IsAround(call))
            return true;
        var observes = ObservingNotice.OfVariable(call.Surroundings.Variable) == Mode.Observe;
        try
        {
            var step = StepCall.Of(call);
            observes |= step.Site.Configuration.Mode == Mode.Observe;
            return await KnowsAsync(call, step, ObservedScope.Of(step.Site.Scope)).ConfigureAwait(false)
                || (observes && !await KnowsAsync(call, step, step.Site.Scope).ConfigureAwait(false));
        }
        catch (Exception failure)
            when (observes && failure is StoreException or AskingException { Fault: not AskingFault.Usage })
        {
            return true;
        }
        catch (AskingException problem) when (problem.IsObserved)
        {
            return true;
        }
    }

    /// <summary>Asks, and says what enforcing would have done; the steps go on whatever that is.</summary>
    /// <param name="call">The call.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="followed">The process with whose end the run is over.</param>
    public static async ValueTask<Runtime.Runs.RunEnd.Observed> AskAsync(
        Invocation call,
        Plan plan,
        ProcessIdentity? followed
    )
    {
        ObservingNotice.Tell(call);
        var clock = new BootClock(call.Surroundings.Clock);
        var here = Runtime.Coordination.Surroundings.Here(plan.Site.Place.Folder, clock);
        var ask = plan.Ask with { Owner = new Owner(here.Domain.Text ?? "", followed?.ToString() ?? "") };
        await using var shadow = new Shadow(ask, plan.Site.Scope, here, scope => OpenAsync(call, plan.Site, scope))
        {
            OnTrouble = trouble => Warn(call, trouble),
        };
        await shadow.AskAsync(CancellationToken.None).ConfigureAwait(false);
        return new Runtime.Runs.RunEnd.Observed(ask.Run, 0, shadow.Enforced);
    }

    /// <summary>Tells why no request could be made.</summary>
    public static void WarnUndecided(Invocation call, AskingException problem)
    {
        ObservingNotice.Tell(call);
        foreach (var line in problem.Lines)
            Warn(call, $"enforce would have refused this: {line}");
    }

    /// <summary>Goes on although no request could be made; gives the exit code.</summary>
    public static int Undecided(Invocation call, AskingException problem)
    {
        WarnUndecided(call, problem);
        var run = new RunId(Requesting.FreshId(call.Surroundings));
        call.Surroundings.Out.WriteLine($"granted: run {run}, token 0, only observed");
        return (int)ExitCode.Success;
    }

    /// <summary>Tells that there is nothing to renew; gives the exit code.</summary>
    public static int Renew(Invocation call) => Tell(call, "the run is only observed: it holds nothing, and may go on");

    /// <summary>Tells what became of the run; gives the exit code.</summary>
    public static async ValueTask<int> ReleaseAsync(Invocation call, Conclusion conclusion)
    {
        var isKnown = IsAround(call);
        try
        {
            var step = StepCall.Of(call);
            var store = await OpenAsync(call, step.Site, ObservedScope.Of(step.Site.Scope)).ConfigureAwait(false);
            await using var open = store.ConfigureAwait(false);
            var (run, now) = await store
                .ReadAsync((view, at) => (view.Run(step.Run), at), CancellationToken.None)
                .ConfigureAwait(false);
            isKnown |= run is not null;
            if (run is not null)
                await store.ApplyAsync(Ending(run, now, conclusion), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Warn(call, failure.Message);
        }
        return Tell(
            call,
            isKnown
                ? "released: the run was only observed and held nothing"
                : "nothing was released: no such run is known, and mode: observe fails no step"
        );
    }

    // The observed run that this step was started inside.
    private static bool IsAround(Invocation call) =>
        NameOf(call) is { } name
        && name.Equals(call.Surroundings.Set(ChildEnvironment.ObservedRun), StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(Invocation call) =>
        call.Words.Count > 0 ? call.Words[0] : call.Surroundings.Set(StepCall.RunVariable);

    private static async ValueTask<bool> KnowsAsync(Invocation call, StepCall step, string scope)
    {
        if (!Reading.IsThere(step.Site))
            return false;
        var store = await OpenAsync(call, step.Site, scope).ConfigureAwait(false);
        await using var open = store.ConfigureAwait(false);
        return await store
            .ReadAsync((view, _) => view.Run(step.Run) is not null, CancellationToken.None)
            .ConfigureAwait(false);
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

    private static async ValueTask<IScopeStore> OpenAsync(Invocation call, Site site, string scope) =>
        await Stores
            .OpenAsync(
                call.Surroundings,
                site with
                {
                    Scope = scope,
                },
                new BootClock(call.Surroundings.Clock),
                TimeSpan.FromSeconds(1)
            )
            .ConfigureAwait(false);

    private static void Warn(Invocation call, string trouble) =>
        call.Surroundings.Say($"warning: mode: observe: {Workflows.Findings.OneLine.Of(trouble, 1000)}");

    private static int Tell(Invocation call, string sentence)
    {
        call.Surroundings.Out.Write(
            call.Has(CommonOptions.Json)
                ? JsonText.Line(json =>
                {
                    json.WriteString("run_id", NameOf(call) ?? "");
                    json.WriteString("mode", "observe");
                    json.WriteString("reason", sentence);
                    json.WriteNumber("exit_code", (int)ExitCode.Success);
                })
                : sentence + "\n"
        );
        return (int)ExitCode.Success;
    }
}
