using Baton.Runtime.Asking;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Health;

/// <summary>
/// Looks at everything that the checks judge. It changes nothing, and whatever can't be looked at is a fact like others: a
/// doctor that fails where something is wrong is of no use.
/// </summary>
/// <param name="search">Finds scope and store.</param>
/// <param name="instruments">What it looks with.</param>
public sealed class Examiner(SiteSearch search, Instruments instruments)
{
    private const int Latest = 200;
    private const long MostVerified = 100_000;

    /// <summary>Looks once.</summary>
    public async ValueTask<Examination> ExamineAsync(SiteWishes wishes, CancellationToken cancellation)
    {
        var seen = new Examination
        {
            Settings = search.ReadSettings(wishes),
            Kernel = KernelAbilities.Here(instruments.Clock),
            Now = instruments.Clock.GetUtcNow(),
        };
        try
        {
            seen = seen with { Site = search.Find(wishes) };
        }
        catch (AskingException refused)
        {
            return seen with { SiteFaults = refused.Lines };
        }
        seen = seen with { StartedByRefs = PushedWorkflows.Of(seen.Site.Place) };
        if (seen.Site.Place is not StorePlace.File file)
            return await InsideAsync(seen with { Remote = new(seen.Site.Address) }, cancellation).ConfigureAwait(false);
        seen = seen with { Store = Files(file) };
        return seen.Store.Exists ? await InsideAsync(seen, cancellation).ConfigureAwait(false) : seen;
    }

    private static StoreFacts Files(StorePlace.File place)
    {
        var path = place.Path;
        var folder = PathFacts.NearestFolder(Path.GetDirectoryName(path) ?? "/");
        return new()
        {
            Path = path,
            Folder = PathFacts.Of(folder)!,
            IsFolderOpen = PathFacts.MaySearch(folder),
            File = PathFacts.Of(path),
            Log = PathFacts.Of(path + "-wal"),
            Line = PathFacts.Of(path + "-line"),
            Bells = PathFacts.Of(place.Folder),
            Mount = Mounts.Under(folder),
            FreeBytes = Free(folder),
        };
    }

    private async ValueTask<Examination> InsideAsync(Examination seen, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(seen, cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return Failed(seen, failure);
        }
        catch (StoredBodyException damage)
        {
            var where = seen.Store?.Path ?? seen.Site!.Address;
            return Failed(seen, new StoreException(StoreFault.Corrupt, $"{where}: {damage.Message}", damage));
        }
    }

    private static Examination Failed(Examination seen, StoreException failure) =>
        seen with
        {
            Store = seen.Store is { } store ? store with { Failure = failure } : null,
            Remote = seen.Remote is { } remote ? remote with { Failure = failure } : null,
        };

    private async ValueTask<Examination> ReadAsync(Examination seen, CancellationToken cancellation)
    {
        var site = seen.Site!;
        var scope = await instruments.OpenAsync(site).ConfigureAwait(false);
        await using var open = scope.ConfigureAwait(false);
        var faults = await scope.FaultsAsync(cancellation).ConfigureAwait(false);
        seen = seen with
        {
            Store = seen.Store is { } store ? store with { Faults = faults } : null,
            Remote = seen.Remote is { } remote ? remote with { Faults = faults } : null,
        };
        if (seen.Remote is { } tried && scope is IScopeTrial trial)
            seen = seen with
            {
                Remote = tried with { Trial = await trial.TryAsync(cancellation).ConfigureAwait(false) },
            };
        return faults.Count > 0
            ? seen // what is read out of it would mean nothing
            : seen with
            {
                Scope = await ScopeAsync(scope, site, cancellation).ConfigureAwait(false),
            };
    }

    private async ValueTask<ScopeFacts> ScopeAsync(ITendedScope scope, Site site, CancellationToken cancellation)
    {
        var here = Surroundings.Here(site.Place.Folder, instruments.Clock);
        var ground = new Ground(
            scope,
            here,
            instruments.TemporaryFolder,
            async name => await instruments.OpenAsync(site with { Scope = name }).ConfigureAwait(false)
        );
        var live = await scope.LiveRunsAsync(cancellation).ConfigureAwait(false);
        var ended = await scope.EndedRunsAsync(Latest, cancellation).ConfigureAwait(false);
        var (left, unseen) = await LeftoversAsync(new LeftoverSearch(ground), cancellation).ConfigureAwait(false);
        var entries = await scope.EntriesAsync(cancellation).ConfigureAwait(false);
        return new ScopeFacts
        {
            Live = live.Count,
            Lately = [.. live, .. ended],
            Resources = await scope.ResourcesAsync(cancellation).ConfigureAwait(false),
            Leftovers = left,
            LeftoversUnseen = unseen,
            OfOtherBoot = [.. live.Where(run => here.Domain.IsOfOtherBoot(new ProcessDomain(run.Ask.Owner.Domain)))],
            LastClock = await scope.LastClockAsync(cancellation).ConfigureAwait(false),
            Entries = entries,
            Audit = entries > MostVerified ? null : await scope.VerifyAsync(null, cancellation).ConfigureAwait(false),
        };
    }

    private static async ValueTask<(Leftovers Left, string? Unseen)> LeftoversAsync(
        LeftoverSearch search,
        CancellationToken cancellation
    )
    {
        try
        {
            return (await search.FindAsync(cancellation).ConfigureAwait(false), null);
        }
        catch (StoreException failure) when (failure.InnerException is IOException or UnauthorizedAccessException)
        {
            return (await search.RunsAsync(cancellation).ConfigureAwait(false), failure.InnerException.Message);
        }
    }

    private static long? Free(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
