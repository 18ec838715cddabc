using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Observing;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Cleaning;

/// <summary>
/// Removes what the dead left behind. A run is called lost, and its processes are ended, exactly as the next one that asks
/// would do it; so this is never needed, and never in anybody's way. Each step stands alone: killed in the middle, the rest
/// is found the next time.
/// </summary>
/// <param name="ground">Where to clean.</param>
public sealed class Cleaner(Ground ground)
{
    // The end of a run may be what another one waits for to be called lost itself.
    private const int Rounds = 20;

    private readonly LeftoverSearch _search = new(ground);
    private readonly Lookout _lookout = new(ground.Scope, ground.Here, null)
    {
        // A command that was only observed is nobody's to end.
        Remains = ObservedScope.Is(ground.Scope.Scope) ? RemainsOfTheLost.Left : RemainsOfTheLost.Ended,
    };

    /// <summary>Cleans; the answer says what was removed, and what was left alone.</summary>
    /// <exception cref="StoreException">The store can't be reached, read or written.</exception>
    public async ValueTask<Leftovers> CleanAsync(CancellationToken cancellation)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        var (removed, stayed) = (new List<Leftover>(), new List<Spared>());
        for (var round = 1; ; round++)
        {
            var left = await _search.FindAsync(cancellation).ConfigureAwait(false);
            var fresh = left.Found.Where(one => tried.Add(one.Name)).ToList();
            if (fresh.Count == 0 || round == Rounds)
                return new(Told(removed), [.. stayed, .. left.Spared]);
            foreach (var leftover in fresh)
                if (await RemoveAsync(leftover, cancellation).ConfigureAwait(false) is { } why)
                    stayed.Add(new Spared(leftover.Owner, leftover.Name, why));
                else
                    removed.Add(leftover);
        }
    }

    // The bell and the note of a run that was called lost go with it.
    private static List<Leftover> Told(List<Leftover> removed)
    {
        var lost = removed.OfType<Leftover.DeadRun>().Select(one => one.Owner).ToHashSet();
        return [.. removed.Where(one => one is not (Leftover.DeadBell or Leftover.Note) || !lost.Contains(one.Owner))];
    }

    /// <summary>Removes one; says why it could not be.</summary>
    private async ValueTask<string?> RemoveAsync(Leftover leftover, CancellationToken cancellation) =>
        leftover switch
        {
            Leftover.DeadRun dead => await LoseAsync(dead.Run, cancellation).ConfigureAwait(false),
            Leftover.Processes left => await _lookout.SweepAsync([left.Run], cancellation).ConfigureAwait(false)
                ? null
                : "can't be told to be gone",
            Leftover.DeadBell bell => Bell.Clear(bell.Path) || !File.Exists(bell.Path)
                ? null
                : "can't be removed, or somebody hears it again",
            Leftover.Note note => Attempt(() => File.Delete(note.Path)),
            Leftover.Draft draft => Attempt(() => File.Delete(draft.Path)),
            Leftover.Folder folder => Attempt(() => OwnFolder.Remove(folder.Path)),
            _ => throw new System.Diagnostics.UnreachableException($"a leftover that nobody removes: {leftover}"),
        };

    private async ValueTask<string?> LoseAsync(Run run, CancellationToken cancellation) =>
        await _lookout.LookAsync([run], cancellation).ConfigureAwait(false) ? null : "has moved meanwhile";

    private static string? Attempt(Action removal)
    {
        try
        {
            removal();
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"can't be removed: {failure.Message}";
        }
    }
}
