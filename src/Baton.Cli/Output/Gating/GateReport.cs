using System.Runtime.InteropServices;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;

namespace Baton.Cli.Output.Gating;

/// <summary>Tells what the gate decided: to people, to programs, and to the steps that are to run or not.</summary>
internal sealed class GateReport(Invocation call, Plan plan) : IHandoverReport
{
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

    /// <inheritdoc/>
    public int Granted(Run run)
    {
        var answer = new GateAnswer("granted", "everything that it asked for is held")
        {
            ShouldRun = true,
            Run = run.Id.Value,
            Token = run.Token,
        };
        LaterSteps.Tell(call, plan.Site, answer.Run, answer.Values().First(value => value.Name == "token").Value);
        return Tell(answer);
    }

    /// <inheritdoc/>
    public async ValueTask<int> NotGrantedAsync(RunEnd end)
    {
        await using var store = await Stores
            .OpenAsync(Surroundings, plan.Site, new BootClock(Surroundings.Clock))
            .ConfigureAwait(false);
        var facts = await new RunJudge(plan, call.Get(RequestOptions.SkippedExitCode) ?? 0)
            .OfAsync(end, store)
            .ConfigureAwait(false);
        return Tell(
            new GateAnswer(facts.Word, facts.Why.Length > 0 ? facts.Why : facts.Sentence)
            {
                Run = facts.Run?.Id.Value ?? "",
                Other = facts.Other,
                Advice = GateAdvice.For(facts.Run),
                Code = facts.Code,
            }
        );
    }

    /// <summary>Tells that it is only observed: the steps go on whatever enforcing would have done; gives the exit code.</summary>
    public int Observed(RunEnd.Observed end)
    {
        var facts = RunJudge.OfObserved(end);
        LaterSteps.Tell(call, plan.Site, end.Run.Value, "0");
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
        var onlooking =
            (ExitCode)failed.Code == ExitCode.StoreReadOnly
                ? await onlooker.DecideAsync(failed.Message).ConfigureAwait(false)
                : null;
        if (onlooking is Onlooking.Skips skips)
            return Tell(new GateAnswer("skipped", skips.Why) { Code = onlooker.Skipped });
        if (
            onlooking is Onlooking.Proceeds
            || (onlooking is null && failed.IsOfTheStore() && plan.OnUnavailable == OnUnavailable.Proceed)
        )
        {
            var unprotected = onlooking is null
                ? UnprotectedWords.OfNoStore(failed.Message)
                : UnprotectedWords.OfReadOnly(failed.Message);
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
            : answer.ShouldRun ? $"go on, {answer.Decision}: {answer.Reason}\n"
            : $"stop, {answer.Decision}: {answer.Reason}\n";
        call.Surroundings.Out.Write(text);
        return answer.Code;
    }
}
