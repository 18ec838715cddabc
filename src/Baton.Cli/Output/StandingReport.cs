using System.Diagnostics;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Ci;
using Baton.Runtime.Fencing;
using Baton.Runtime.Keeping;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output;

/// <summary>Tells a step where its run stands.</summary>
internal sealed class StandingReport(Invocation call, StepCall step)
{
    /// <summary>What asking came to; gives the exit code.</summary>
    public int OfRenewal(StepStanding standing) =>
        standing switch
        {
            StepStanding.Holds holds => Tell(
                holds.Run,
                ExitCode.Success,
                $"run {step.Run} holds, which may be trusted for {Spans.Of(holds.Trusted)}",
                holds.Trusted
            ),
            StepStanding.MustStop { Run: var run } => Tell(
                run,
                CodeOf(run.Stop?.Conclusion),
                $"run {step.Run} is to stop: {Why(run.Stop?.Reason, run)}"
            ),
            StepStanding.Over { Run: var run } => Tell(
                run,
                CodeOf(run.Conclusion),
                $"run {step.Run} holds no longer, it {Ended(run)}"
            ),
            StepStanding.Refused refused => Refuse(refused.Refusal),
            _ => throw new UnreachableException(standing.GetType().Name),
        };

    /// <summary>What releasing came to; gives the exit code.</summary>
    public int OfRelease(StepStanding standing, Conclusion meant)
    {
        switch (standing)
        {
            case StepStanding.Refused refused:
                return Refuse(refused.Refusal);
            case StepStanding.Over { Run: var run }:
                ForgetForSteps();
                // An end that its owner has told is the end that was meant, whenever it was told; but the keeper cancels too.
                var isOwn =
                    run.IsConcluding
                    || (
                        run.Reason is Reason.WorkOver
                        && (run.Conclusion != Conclusion.Cancelled || meant == Conclusion.Cancelled)
                    );
                return Tell(
                    run,
                    isOwn ? ExitCode.Success : CodeOf(run.Conclusion),
                    isOwn
                        ? $"released: run {step.Run} {Ended(run)}"
                        : $"run {step.Run} had ended before, it {Ended(run)}"
                );
            default:
                throw new UnreachableException(standing.GetType().Name);
        }
    }

    /// <summary>What a look came to; gives the exit code.</summary>
    public int OfLook(Run? run) =>
        run is null
            ? Refuse(new Refusal.UnknownRun(step.Run))
            : Tell(
                run,
                ExitCode.Success,
                $"run {step.Run} {(run.State == RunState.Ended ? Ended(run) : $"is {Words.States[run.State]}")}; nothing was changed: this is a dry run"
            );

    private int Refuse(Refusal refusal)
    {
        var code = refusal is Refusal.UnknownRun ? ExitCode.NotFound : ExitCode.Refused;
        return Tell(null, code, RefusalWords.Of(refusal, Telling.Bare(Instant.Zero)));
    }

    private int Tell(Run? run, ExitCode code, string sentence, TimeSpan? trusted = null)
    {
        if (call.Has(CommonOptions.Json))
            call.Surroundings.Out.Write(Json(run, (int)code, sentence, trusted));
        else if (code == ExitCode.Success)
            call.Surroundings.Out.WriteLine(sentence);
        else
            call.Surroundings.Say(sentence);
        return (int)code;
    }

    private string Json(Run? run, int code, string sentence, TimeSpan? trusted) =>
        JsonText.Line(json =>
        {
            json.WriteString("run_id", step.Run.Value);
            json.WriteString("scope", step.Site.Scope);
            json.WriteString("state", run is null ? "" : Words.States[run.State]);
            json.WriteString("conclusion", run?.Conclusion is { } conclusion ? Words.Conclusions[conclusion] : "");
            json.WriteString("reason", sentence);
            if (trusted is { } span)
                json.WriteNumber("trusted_seconds", Math.Max(0, (long)span.TotalSeconds));
            json.WriteNumber("exit_code", code);
        });

    /// <summary>A run that a later step asks for is inside nothing any more.</summary>
    private void ForgetForSteps()
    {
        var surroundings = call.Surroundings;
        if (
            step.Site.Ci.Service != CiService.GitHub
            || surroundings.Set("GITHUB_ENV") is not { } file
            || surroundings.Set(StepCall.RunVariable) != step.Run.Value
        )
            return;
        var steps = new GitHubOutput((file, null), surroundings.Error, () => Requesting.FreshId(surroundings));
        steps.Set(StepCall.RunVariable, "");
        steps.Set("BATON_TOKEN", "");
        if (call.Surroundings.Set(FencePass.Variable) is not null)
            steps.Set(FencePass.Variable, "");
    }

    // What has ended well holds no longer either, and whoever asks whether it holds must not hear a yes.
    private static ExitCode CodeOf(Conclusion? conclusion) =>
        conclusion switch
        {
            Conclusion.Cancelled => ExitCode.Cancelled,
            Conclusion.Superseded => ExitCode.Superseded,
            Conclusion.Preempted => ExitCode.Preempted,
            _ => ExitCode.Lost,
        };

    private static string Ended(Run run) =>
        run.Conclusion is { } conclusion
            ? run.Reason is { } reason && reason is not Reason.WorkOver
                ? $"{ConclusionWords.Of(conclusion)}: {Why(reason, run)}"
                : ConclusionWords.Of(conclusion)
            : "is back in line";

    private static string Why(Reason? reason, Run run) =>
        reason is null
            ? "it was told to"
            : ReasonWords.Of(reason, Telling.Bare(run.EndedAt ?? run.Stop?.At ?? run.AskedAt));
}
