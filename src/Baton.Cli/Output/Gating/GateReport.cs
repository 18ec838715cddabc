using System.Runtime.InteropServices;
using Baton.Cli.Commands;
using Baton.Cli.Commands.Gating;
using Baton.Cli.Options;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Gating;
using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;

namespace Baton.Cli.Output.Gating;

/// <summary>Tells what the gate decided: to people, to programs, and to the steps that are to run or not.</summary>
internal sealed class GateReport(Invocation call, Plan plan) : IHandoverReport
{
    private Found.Work? _before;

    /// <inheritdoc/>
    public Surroundings Surroundings => call.Surroundings;

    /// <summary>Tells that a gate which only observes could make no request: the steps go on; gives the exit code.</summary>
    public static int Undecided(Invocation call, AskingException problem)
    {
        var answer = new GateAnswer("granted", problem.Lines[0]) { ShouldRun = true };
        var ci = CiEnvironment.Read(call.Surroundings.Variable);
        var outputs = CiOutputs.For(
            ci.Service,
            call.Surroundings.Variable,
            call.Surroundings.Error,
            () => Requesting.FreshId(call.Surroundings)
        );
        foreach (var (name, value) in answer.Values())
            outputs.Set(name, value);
        return Print(call, answer);
    }

    /// <summary>What is looked for and put at the service once the run is granted; none for nothing.</summary>
    public GateEntrance? Entrance { get; init; }

    /// <inheritdoc/>
    public bool CancelsRun => plan.Site.Ci is { Service: CiService.GitHub, RunId: not null };

    /// <summary>Takes it that the work is done already: the plan then claims nothing, and only the audit hears of it.</summary>
    public Plan ForegoneBy(Found.Work found)
    {
        _before = found;
        return plan with { Ask = plan.Ask with { Filtered = found.What, Needs = [] } };
    }

    /// <inheritdoc/>
    public async ValueTask<Uptake> GrantedAsync(KeeperNews.Granted granted)
    {
        var run = granted.Run;
        var passed = Entrance is null ? new Passed.On() : await Entrance.PassAsync(run).ConfigureAwait(false);
        foreach (var trouble in passed.Troubles)
            Surroundings.Say($"warning: {trouble}");
        switch (passed)
        {
            case Passed.NotNeeded done:
                return new Uptake.Left
                {
                    Code = await TellNotNeededAsync(NotNeeded(done.What, done.Url, run.Id.Value, done.Troubles))
                        .ConfigureAwait(false),
                };
            case Passed.Unanswered unanswered:
                Surroundings.Say(unanswered.Why);
                return new Uptake.Left
                {
                    Code = Tell(
                        new GateAnswer("unanswered", unanswered.Why)
                        {
                            Run = run.Id.Value,
                            Code = (int)ExitCode.ForgeUnavailable,
                            Advice = "start this run again; with on-unavailable: proceed it goes on all the same",
                        }
                    ),
                };
            default:
                return new Uptake.Kept { Code = TellGranted(granted, passed) };
        }
    }

    private int TellGranted(KeeperNews.Granted granted, Passed passed)
    {
        var run = granted.Run;
        var half = passed as Passed.Resumed;
        var answer = new GateAnswer(
            half is null ? "granted" : "resume",
            half is null ? "everything that it asked for is held" : $"{half.What}: finish it"
        )
        {
            ShouldRun = true,
            Run = run.Id.Value,
            Token = run.Token,
            Evidence = half?.Url,
            Troubles = passed.Troubles,
        };
        var token = answer.Values().First(value => value.Name == "token").Value;
        LaterSteps.Tell(call, plan.Site, (answer.Run, token, granted.Fences));
        return Tell(answer);
    }

    private GateAnswer NotNeeded(string what, string? url, string run, IReadOnlyList<string> troubles) =>
        new("skipped", what)
        {
            Run = run,
            Evidence = url,
            Troubles = troubles,
            Advice = "close the pull request if there is one, delete its branch, and edit the issue's title or text",
            Code = call.Get(RequestOptions.SkippedExitCode) ?? 0,
        };

    /// <inheritdoc/>
    public async ValueTask<int> NotGrantedAsync(RunEnd end)
    {
        if (_before is { } found && end is RunEnd.NotStarted { Run: { Conclusion: Conclusion.Filtered } before })
            return await TellNotNeededAsync(NotNeeded(found.What, found.Url, before.Id.Value, []))
                .ConfigureAwait(false);
        await using var store = await Stores
            .OpenAsync(Surroundings, plan.Site, new BootClock(Surroundings.Clock))
            .ConfigureAwait(false);
        var facts = await new RunJudge(plan, call.Get(RequestOptions.SkippedExitCode) ?? 0)
            .OfAsync(end, store)
            .ConfigureAwait(false);
        return await TellNotNeededAsync(
                new GateAnswer(facts.Word, facts.Why.Length > 0 ? facts.Why : facts.Sentence)
                {
                    Run = facts.Run?.Id.Value ?? "",
                    Other = facts.Other,
                    Advice = GateAdvice.For(facts.Run),
                    Code = facts.Code,
                }
            )
            .ConfigureAwait(false);
    }

    /// <summary>Tells that it is only observed: the steps go on whatever enforcing would have done; gives the exit code.</summary>
    public int Observed(RunEnd.Observed end)
    {
        var facts = RunJudge.OfObserved(end);
        LaterSteps.Tell(call, plan.Site, (end.Run.Value, "0", ""));
        return Tell(
            new GateAnswer(
                "granted",
                facts.Sentence.Length > 0 ? facts.Sentence : "mode: observe: enforce would say so too"
            )
            {
                ShouldRun = true,
                Run = end.Run.Value,
                Other = end.Enforced.Other,
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask<int> FailedAsync(KeeperNews.Failed failed)
    {
        // What is not meant claims nothing, so there is nothing to protect; only the audit lacks it.
        if (failed.IsOfTheStore() && plan.Ask.Filtered is { } why)
        {
            Surroundings.Say($"warning: the audit will not tell of this: {failed.Message}");
            return Tell(
                new GateAnswer("filtered", $"it is not meant: {why}")
                {
                    Code = call.Get(RequestOptions.SkippedExitCode) ?? 0,
                }
            );
        }
        var onlooker = new Onlooker(call, plan);
        var (then, unprotected) = await onlooker.AfterAsync(failed).ConfigureAwait(false);
        if (then is Onlooking.Skips skips)
            return Tell(new GateAnswer("skipped", skips.Why) { Code = onlooker.Skipped });
        if (then is Onlooking.Proceeds)
        {
            new RunReport(call, plan).Unprotected(unprotected);
            return Tell(new GateAnswer("unprotected", unprotected) { ShouldRun = true });
        }
        foreach (var line in failed.Message.Split('\n'))
            Surroundings.Say(line);
        return failed.Code;
    }

    /// <inheritdoc/>
    public int Left(PosixSignal signal)
    {
        Surroundings.Say($"{signal} came; the keeper no longer asks");
        return 128 + Signals.NumberOf(signal);
    }

    // A file of the service that can't be written fails the step: the keeper then ends what no later step could know of.
    private int Tell(GateAnswer answer)
    {
        TellService(answer);
        return Print(call, answer);
    }

    /// <summary>Ends the whole workflow run where it is not needed; a step can only end itself.</summary>
    private async ValueTask<int> TellNotNeededAsync(GateAnswer answer)
    {
        var code = Tell(answer);
        if (call.Has(GatingOptions.CancelRun) && answer.Decision is ("duplicate" or "superseded" or "skipped"))
            await ServiceRuns.CancelOwnAsync(call.Surroundings, plan.Site).ConfigureAwait(false);
        return code;
    }

    private void TellService(GateAnswer answer)
    {
        var outputs = Requesting.Outputs(call, plan.Site);
        foreach (var (name, value) in answer.Values())
            outputs.Set(name, value);
        if (plan.Site.Ci.Service == CiService.None)
            return;
        outputs.Summarize(GateSummary.Of(plan, answer));
        if (!answer.ShouldRun)
            outputs.Annotate(
                new Annotation(
                    answer.Code == 0 ? AnnotationLevel.Notice : AnnotationLevel.Error,
                    $"{answer.Decision}: {answer.Reason}"
                )
            );
    }

    private static int Print(Invocation call, GateAnswer answer)
    {
        var text =
            call.Has(CommonOptions.Json)
                ? JsonText.Line(json =>
                {
                    json.PutOutputs(answer.Values());
                    json.WriteNumber("exit_code", answer.Code);
                })
            : answer is { ShouldRun: true, Decision: "granted", Token: > 0 }
                ? $"go on: run {answer.Run}, token {answer.Token}\n"
            : answer is { ShouldRun: true, Decision: "resume" }
                ? $"go on, resume: run {answer.Run}, token {answer.Token}: {answer.Reason}\n"
            : answer.ShouldRun ? $"go on, {answer.Decision}: {answer.Reason}\n"
            : $"stop, {answer.Decision}: {answer.Reason}\n";
        call.Surroundings.Out.Write(text);
        return answer.Code;
    }
}
