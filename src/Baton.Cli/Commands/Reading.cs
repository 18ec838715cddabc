using Baton.Engine.Views;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands;

/// <summary>What the verbs share that only read.</summary>
public static class Reading
{
    /// <summary>Opens the scope of a site, or nothing where there is no database yet: to look must not make one.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static async ValueTask<ITendedScope?> OpenAsync(Site site, Surroundings surroundings) =>
        IsThere(site)
            ? await Stores.OpenAsync(surroundings, site, new BootClock(surroundings.Clock)).ConfigureAwait(false)
            : null;

    /// <summary>Whether a site's store is there; one on another machine says so itself.</summary>
    /// <exception cref="StoreException">This user may not look whether it is.</exception>
    public static bool IsThere(Site site)
    {
        if (site.Place is not StorePlace.File { Path: var path } || File.Exists(path))
            return true;
        var folder = PathFacts.NearestFolder(Path.GetDirectoryName(path) ?? "/");
        return PathFacts.MaySearch(folder)
            ? false
            : throw new StoreException(
                StoreFault.Unavailable,
                $"{path}: this user may not look into {folder}. Run baton as the user whose store it is, or name another."
            );
    }

    /// <summary>Names runs in sentences with their titles and addresses, as long as a view is open.</summary>
    public static Telling Telling(IScopeView view, Engine.Instant now) =>
        new(id => view.Run(id) is { } run ? RunTitle.Of(run) : null, now);
}
