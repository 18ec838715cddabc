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
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "Ends the run and lets the next one start; the keeper goes. To release twice is\n"
            + "to release once. RUN is what acquire gave (default: BATON_RUN_ID).",
        Examples =
        [
            ("baton release", "the work succeeded"),
            (
                "baton release --conclusion failure",
                "the work failed: its keys are free again, unless on-failure says hold"
            ),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
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
