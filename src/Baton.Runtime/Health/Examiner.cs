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
        var store = Files(seen.Site);
        if (!store.Exists)
            return seen with { Store = store };
        try
        {
            return await InsideAsync(seen with { Store = store }, cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return seen with { Store = store with { Failure = failure } };
        }
        catch (StoredBodyException damage)
        {
            var failure = new StoreException(StoreFault.Corrupt, $"{store.Path}: {damage.Message}", damage);
            return seen with { Store = store with { Failure = failure } };
        }
    }

    private StoreFacts Files(Site site)
    {
        var folder = PathFacts.NearestFolder(Path.GetDirectoryName(site.Database) ?? "/");
        return new()
        {
            Path = site.Database,
            Folder = PathFacts.Of(folder)!,
            IsFolderOpen = PathFacts.MaySearch(folder),
            File = PathFacts.Of(site.Database),
            Log = PathFacts.Of(site.Database + "-wal"),
            Line = PathFacts.Of(site.Database + "-line"),
            Bells = PathFacts.Of(instruments.BellsOf(site)),
            Mount = Mounts.Under(folder),
            FreeBytes = Free(folder),
        };
    }

    private async ValueTask<Examination> InsideAsync(Examination seen, CancellationToken cancellation)
    {
        var scope = instruments.Open(seen.Site!, seen.Site!.Scope);
        await using var open = scope.ConfigureAwait(false);
        var faults = await scope.FaultsAsync(cancellation).ConfigureAwait(false);
        var store = seen.Store! with { Faults = faults };
        if (faults.Count > 0)
            return seen with { Store = store }; // what is read out of it would mean nothing
        return seen with
        {
            Store = store,
            Scope = await ScopeAsync(scope, seen.Site, cancellation).ConfigureAwait(false),
        };
    }

    private async ValueTask<ScopeFacts> ScopeAsync(ITendedScope scope, Site site, CancellationToken cancellation)
    {
        var here = Surroundings.Here(instruments.BellsOf(site), instruments.Clock);
        var ground = new Ground(
            scope,
            here,
            instruments.TemporaryFolder,
            name => ValueTask.FromResult<IScopeStore>(instruments.Open(site, name))
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
