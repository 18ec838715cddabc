using Baton.Cli.Options;
using Baton.Cli.Output;

namespace Baton.Cli.Commands;

/// <summary><c>baton renew</c>: asks whether a run still holds, and renews it.</summary>
public static class RenewCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("renew", "ask whether the run still holds, and renew it")
    {
        Takes = "[RUN]",
        Words = (0, 1),
        Options =
        [
            KeepingOptions.Token,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "The keeper renews by itself. A step asks before it does what can't be undone: it\n"
            + "ends with 0 only if the run holds, and says for how long that may be trusted.\n"
            + "RUN is what acquire gave (default: BATON_RUN_ID).",
        Examples = [("baton renew", "in a script before ./publish.sh: publish only if it ends with 0")],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        if (await ObservedStep.IsAsync(call).ConfigureAwait(false))
            return ObservedStep.Renew(call);
        var step = StepCall.Of(call);
        if (call.Has(CommonOptions.DryRun))
            return await step.LookAsync(call).ConfigureAwait(false);
        var standing = await step.DoAsync(call, lease => lease.RenewAsync(step.Run, step.Token, CancellationToken.None))
            .ConfigureAwait(false);
        return new StandingReport(call, step).OfRenewal(standing);
    }
}
