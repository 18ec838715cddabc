using System.Globalization;
using Baton.Cli.Options;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Audit;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Coordination;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Sessions;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Sessions;

/// <summary><c>baton session cleanup</c>: ends this run's session, and nobody else's.</summary>
public static class SessionCleanupCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("cleanup", "end this run's session")
    {
        Takes = "KEY",
        Words = (1, 1),
        Options =
        [
            SessionOptions.RunId,
            KeepingOptions.Conclusion,
            .. CommonOptions.Place,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "For the end of a job, with if: always(). The owner is told by its run id, so the clean-up of\n"
            + "a run that was turned away ends nothing. After a success the session goes on turning others\n"
            + "away for its window; after a failure it is free. How it went is what session audit was told\n"
            + "for the run, else --conclusion. Sessions of dead owners are ended too.",
        Examples =
        [
            ("baton session cleanup \"$SESSION_KEY\"", "the last step of a job"),
            ("baton session cleanup qa-push-abc12345 --ci-run 77", "by hand, for run 77"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var id = call.Get(SessionOptions.RunId) ?? site.Ci.RunId;
        if (id is null)
            call.Surroundings.Say(
                "nothing was ended: whose session it is isn't known, since this is no step of a CI service; add --ci-run ID"
            );
        if (!Reading.IsThere(site))
            return Tell(call, [], 0);
        var clock = new BootClock(call.Surroundings.Clock);
        await using var scope = await Stores.OpenAsync(call.Surroundings, site, clock).ConfigureAwait(false);
        var sessions = new OwnSessions(scope, new Session("", "", "") { RunId = id })
        {
            Attempt = id == site.Ci.RunId ? site.Ci.Attempt : null,
        };
        var found = await sessions.ShownAsAsync(call.Words[0], CancellationToken.None).ConfigureAwait(false);
        var own = found.Where(run => run.Token > 0).ToList();
        var swept = 0;
        if (!call.Has(CommonOptions.DryRun))
        {
            var lease = new StepLease(scope, new Doorbells(site.Place.Folder), clock);
            foreach (var run in own.Where(run => run.IsLive))
                await EndAsync(call, scope, lease, run).ConfigureAwait(false);
            swept = await SweepAsync(call, site, scope, clock).ConfigureAwait(false);
        }
        return Tell(call, own, swept);
    }

    private static async ValueTask EndAsync(Invocation call, ITendedScope scope, StepLease lease, Run run)
    {
        var conclusion =
            call.Get(KeepingOptions.Conclusion)
            ?? await ReportedAsync(scope, run).ConfigureAwait(false)
            ?? Conclusion.Success;
        await lease.EndAsync(run.Id, run.Token, conclusion, CancellationToken.None).ConfigureAwait(false);
    }

    private static async ValueTask<Conclusion?> ReportedAsync(ITendedScope scope, Run run)
    {
        var entries = await scope.RecordsOfAsync(run.Id, CancellationToken.None).ConfigureAwait(false);
        return entries
            .Select(entry => AuditBody.Read(entry.Body).Fact)
            .OfType<AuditFact.Happened>()
            .LastOrDefault(fact => fact.Record is { Kind: RecordKind.Reported, Conclusion: not Conclusion.Duplicate })
            ?.Record.Conclusion;
    }

    private static async ValueTask<int> SweepAsync(Invocation call, Site site, ITendedScope scope, BootClock clock)
    {
        var ground = new Ground(
            scope,
            Runtime.Coordination.Surroundings.Here(site.Place.Folder, clock),
            Path.GetTempPath(),
            async name =>
                await Stores.OpenAsync(call.Surroundings, site with { Scope = name }, clock).ConfigureAwait(false)
        );
        var cleaned = await new Cleaner(ground).CleanAsync(CancellationToken.None).ConfigureAwait(false);
        return cleaned.Found.Count(found => found is Leftover.DeadRun);
    }

    private static int Tell(Invocation call, List<Run> own, int swept)
    {
        var dry = call.Has(CommonOptions.DryRun) ? "would be " : "";
        call.Surroundings.Out.Write(
            $"Session cleanup: {dry}{(own.Count > 0 ? "success" : "not_found")}\n"
                + $"Old sessions cleaned: {swept.ToString(CultureInfo.InvariantCulture)}\n"
        );
        return (int)ExitCode.Success;
    }
}
