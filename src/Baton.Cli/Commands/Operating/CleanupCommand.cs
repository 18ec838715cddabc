using System.Diagnostics;
using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton cleanup</c>: removes what the dead left, and with <c>--purge</c> all that was made for a scope.</summary>
public static class CleanupCommand
{
    private static readonly Option<bool> Purges = new(
        "purge",
        "",
        "remove all that was made for the scope, but its last token",
        ValueReaders.Truth
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("cleanup", "remove what dead runs left")
    {
        Options =
        [
            Purges,
            OperatingOptions.Reason,
            OperatingOptions.Force,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.DryRun,
        ],
        Essay =
            "A run whose owner the kernel says to be dead is called lost, what it left running is\n"
            + "ended, and bells, notes and temporary folders of runs that are over are removed. What\n"
            + "lives, or can't be told to be dead, is left alone.\n\n"
            + "--purge forgets all runs, windows, settings, pauses and the audit of the scope. What stays\n"
            + "is the last token, so that none is given twice, and one audit entry that says who purged\n"
            + "it. It refuses while anything lives; --force takes from what lives what it holds.",
        Examples =
        [
            ("baton cleanup --dry-run", "what it would remove"),
            ("baton cleanup", "removes it"),
            ("baton cleanup --purge --reason 'moved to another host'", "all of the scope"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var said = OperatorCall.Of(call);
        Refuse(said);
        var report = new CleanupReport(said, call.Has(Purges));
        if (!Reading.IsThere(said.Site))
            return report.Tell(Leftovers.None, call.Has(Purges) ? ScopeContents.Nothing : null);
        var clock = new BootClock(call.Surroundings.Clock);
        await using var scope = await Stores.OpenAsync(call.Surroundings, said.Site, clock).ConfigureAwait(false);
        var ground = new Ground(
            scope,
            Runtime.Coordination.Surroundings.Here(said.Site.Place.Folder, clock),
            Path.GetTempPath(),
            async name =>
                await Stores.OpenAsync(call.Surroundings, said.Site with { Scope = name }, clock).ConfigureAwait(false)
        );
        return call.Has(Purges)
            ? await PurgeAsync(said, ground, report).ConfigureAwait(false)
            : report.Tell(await CleanAsync(call, ground).ConfigureAwait(false), null);
    }

    private static void Refuse(OperatorCall said)
    {
        var forces = said.Call.Has(OperatingOptions.Force);
        if (forces && !said.Call.Has(Purges))
            throw new AskingException(
                AskingFault.Usage,
                "--force goes with --purge: cleanup alone never touches what lives; baton release RUN --reason WHY --force does"
            );
        if (forces && said.Why.Length == 0)
            throw new AskingException(AskingFault.Usage, "--reason WHY is missing: the audit keeps why it was forced");
    }

    private static async ValueTask<Leftovers> CleanAsync(Invocation call, Ground ground) =>
        call.Has(CommonOptions.DryRun)
            ? await new LeftoverSearch(ground).ForeseeAsync(default).ConfigureAwait(false)
            : await new Cleaner(ground).CleanAsync(default).ConfigureAwait(false);

    private static async ValueTask<int> PurgeAsync(OperatorCall said, Ground ground, CleanupReport report)
    {
        var forces = said.Call.Has(OperatingOptions.Force);
        if (said.Call.Has(CommonOptions.DryRun))
            return await ForeseeAsync(ground, report, forces).ConfigureAwait(false);
        var purge = new Purge(ground, new PurgeOrder(said.By, said.Why));
        var end = forces
            ? await purge.ForcingAsync(default).ConfigureAwait(false)
            : await purge.SparingAsync(default).ConfigureAwait(false);
        return end switch
        {
            PurgeEnd.Purged purged => report.Tell(purged.Cleaned, purged.Contents),
            PurgeEnd.Refused refused => throw InTheWay(refused.Survivors),
            _ => throw new UnreachableException($"a purge ends in two ways, not {end}"),
        };
    }

    private static async ValueTask<int> ForeseeAsync(Ground ground, CleanupReport report, bool forces)
    {
        var search = new LeftoverSearch(ground);
        if (!forces && await search.SurvivorsAsync(default).ConfigureAwait(false) is { Count: > 0 } survivors)
            throw InTheWay(survivors);
        return report.Tell(
            await search.ForeseeAsync(default).ConfigureAwait(false),
            await ground.Scope.ContentsAsync(default).ConfigureAwait(false)
        );
    }

    private static FailureException InTheWay(IReadOnlyList<Spared> survivors) =>
        new(
            new Failure(
                ExitCode.Refused,
                [
                    "nothing was purged, since something lives or may live:",
                    .. survivors.Select(one => one.Sentence),
                    "wait for it or baton cancel it; --force --reason WHY takes what it holds all the same",
                ]
            )
        );
}
