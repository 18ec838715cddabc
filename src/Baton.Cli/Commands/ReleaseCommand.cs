using Baton.Cli.Commands.Operating;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine.Runs;

namespace Baton.Cli.Commands;

/// <summary><c>baton release</c>: ends a run that <c>baton acquire</c> took.</summary>
public static class ReleaseCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("release", "end the run that acquire took")
    {
        Takes = "[RUN]",
        Words = (0, 1),
        Options =
        [
            KeepingOptions.Token,
            KeepingOptions.Conclusion,
            OperatingOptions.Reason,
            OperatingOptions.Force,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "Ends the run and lets the next one start; the keeper goes. To release twice is\n"
            + "to release once. RUN is what acquire gave (default: BATON_RUN_ID).\n\n"
            + "With --reason an operator takes from any run what it holds, at once and without\n"
            + "its token; one that is not dead only with --force. It may still be at work: baton\n"
            + "cancel asks it to stop and waits until it has. RUN is then named as baton why has it.",
        Examples =
        [
            ("baton release", "the work succeeded"),
            (
                "baton release --conclusion failure",
                "the work failed: its keys are free again, unless on-failure says hold"
            ),
            ("baton release 01JD3Q --reason 'host is gone' --force", "an operator frees what a run holds"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        if (call.Values.Origin(OperatingOptions.Reason) is { FromVariable: false } || call.Has(OperatingOptions.Force))
            return await ForcedRelease.ExecuteAsync(call).ConfigureAwait(false);
        if (!call.Has(CommonOptions.DryRun) && await ObservedStep.IsAsync(call).ConfigureAwait(false))
            return await ObservedStep
                .ReleaseAsync(call, call.Get(KeepingOptions.Conclusion) ?? Conclusion.Success)
                .ConfigureAwait(false);
        var step = StepCall.Of(call);
        if (call.Has(CommonOptions.DryRun))
            return await step.LookAsync(call).ConfigureAwait(false);
        var conclusion = call.Get(KeepingOptions.Conclusion) ?? Conclusion.Success;
        var standing = await step.DoAsync(
                call,
                lease => lease.EndAsync(step.Run, step.Token, conclusion, CancellationToken.None)
            )
            .ConfigureAwait(false);
        return new StandingReport(call, step).OfRelease(standing, conclusion);
    }
}
