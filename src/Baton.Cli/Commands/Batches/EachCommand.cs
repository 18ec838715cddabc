using Baton.Cli.Options;
using Baton.Cli.Output.Batches;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;

namespace Baton.Cli.Commands.Batches;

/// <summary><c>baton each</c>: a command for each item of a list, with one claim and one result for each.</summary>
public static class EachCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("each", "run a command for each item of a list, each once")
    {
        Takes = "-- COMMAND… {item}",
        TakesCommand = true,
        Options =
        [
            BatchOptions.From,
            BatchOptions.Null,
            BatchOptions.FailFast,
            .. BatchOptions.OfRequests,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "Each item is a request of its own, as baton run makes it; they run one after\n"
            + "another. {item} stands for the item in COMMAND's arguments and in the names of\n"
            + "keys and groups; the command also has it as BATON_ITEM.\n\n"
            + "An item that fails doesn't stop the others. Ends with 0 if every item was done\n"
            + "or not needed, else with the exit code of the first that failed.",
        Examples =
        [
            (
                "baton each --key 'issue-{item}' -- ./work.sh {item}",
                "the issues on standard input, each once, also beside runs for single issues"
            ),
            (
                "baton each --from hosts --group 'host-{item}' --fail-fast -- ./up.sh {item}",
                "one deploy at a time on each host, and none after one that failed"
            ),
            (
                "baton each -z --key 'import-{hash(item)}' -- ./import.sh {item}",
                "the names of find -print0 may have anything in them"
            ),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = SiteOf(call, out var problem);
        var items = site is null ? BatchPlanning.WithoutRequests(call, problem!) : BatchPlanning.Plan(call, site);
        if (call.Has(CommonOptions.DryRun))
            return BatchPlanPage.Tell(call, items);
        if (items.Any(one => one.Plan is null or { Mode: Mode.Observe }))
            ObservingNotice.Tell(call);
        return await new Batch(call, new BatchReport(call, site)).RunAsync(items).ConfigureAwait(false);
    }

    // Who only observes needs no store.
    private static Site? SiteOf(Invocation call, out AskingException? problem)
    {
        try
        {
            problem = null;
            return Requesting.Site(call);
        }
        catch (AskingException refused) when (BatchPlanning.GoesOn(call, refused))
        {
            problem = refused;
            return null;
        }
    }
}
