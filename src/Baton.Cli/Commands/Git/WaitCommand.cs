using System.Globalization;
using Baton.Cli.Options;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands.Git;

/// <summary><c>baton git wait</c>: returns when no higher priority holds or waits.</summary>
public static class WaitCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("wait", "return when nobody of a higher priority holds or waits")
    {
        Options =
        [
            PushOptions.Branch,
            RequestOptions.Group,
            RequestOptions.Priority,
            RequestOptions.MaxWait,
            RequestOptions.Workflow,
            .. CommonOptions.Place,
        ],
        Essay =
            "For the group push-BRANCH, or --group G. It takes nothing: an instant later somebody\n"
            + "else may ask. What must not overlap takes the group: commit-push, coordinate, run.\n"
            + "Ends with 75 when --max-wait is over.",
        Examples =
        [
            ("baton git wait --priority 40", "until those of 41 and more are through"),
            ("baton git wait --branch main --max-wait 10m", "another branch, not for ever"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var plan = BranchGroup.Plan(call);
        if (!Reading.IsThere(plan.Site))
            return (int)ExitCode.Success;
        var clock = new BootClock(call.Surroundings.Clock);
        await using var store = await Stores.OpenAsync(call.Surroundings, plan.Site, clock).ConfigureAwait(false);
        var here = Runtime.Coordination.Surroundings.Here(plan.Site.Place.Folder, clock);
        var higher = new HigherRuns(store, here, plan.Ask)
        {
            OnChange = runs =>
                call.Surroundings.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"waiting for {runs.Count} of a higher priority than {plan.Ask.Priority}, first {RunTitle.Of(runs[0])}"
                    )
                ),
        };
        var left = await higher.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        if (left.Count == 0)
            return (int)ExitCode.Success;
        call.Surroundings.Say("--max-wait is over, and somebody of a higher priority still holds or waits");
        return (int)ExitCode.TimedOut;
    }
}
