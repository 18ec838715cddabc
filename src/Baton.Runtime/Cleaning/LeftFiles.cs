using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;

namespace Baton.Runtime.Cleaning;

/// <summary>
/// Finds the bells, notes and folders of runs that are over, and drafts that were never given their names. A bell that somebody hears belongs to a process that lives,
/// in whatever container; so do the note and the folder beside it.
/// </summary>
internal sealed class LeftFiles(Ground ground)
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <summary>Finds them.</summary>
    public async ValueTask<Leftovers> FindAsync(CancellationToken cancellation)
    {
        var beside = Beside().ToList();
        var folders = Folders().ToList();
        List<RunId> runs = [.. beside.Concat(folders).Select(file => file.Owner).Distinct()];
        var known = await KnownRun.OfAsync(ground, runs, cancellation).ConfigureAwait(false);
        var (found, spared) = (new List<Leftover>(), new List<Spared>());
        foreach (var file in beside)
            if (!known.TryGetValue(file.Owner, out var run) || !run.IsNeeded)
                found.Add(file);
        foreach (var folder in folders)
            if (WhyNot(folder, known.GetValueOrDefault(folder.Owner)) is { } why)
                spared.Add(new Spared(folder.Owner, folder.Path, why));
            else
                found.Add(folder);
        found.AddRange(Drafts());
        return new(found, [.. spared.Where(one => !IsHeard(one.Run))]);
    }

    /// <summary>The runs with a process that hears its bell.</summary>
    public IReadOnlySet<RunId> Heard() =>
        Files("*.bell").Select(file => new RunId(file.Run)).Where(IsHeard).ToHashSet();

    private IEnumerable<Leftover> Beside()
    {
        foreach (var (run, path) in Files("*.bell"))
            if (!IsHeard(new RunId(run)))
                yield return new Leftover.DeadBell(new RunId(run), path);
        foreach (var (run, path) in Files("*.tree"))
            if (!IsHeard(new RunId(run)))
                yield return new Leftover.Note(new RunId(run), path);
    }

    // Whoever is killed in the instant in which he writes one leaves it; of one that lives it isn't there any more.
    private IEnumerable<Leftover> Drafts() =>
        Files($"*{Bell.Suffix}.*")
            .Where(file => !IsHeard(file.Path))
            .Concat(Files($"*{Sightings.DraftMark}*"))
            .Where(file => ground.Here.Clock.GetUtcNow() - File.GetLastWriteTimeUtc(file.Path) > Long)
            .Select(file => new Leftover.Draft(new RunId(file.Run), file.Path));

    private IEnumerable<(string Run, string Path)> Files(string pattern) =>
        Directory.Exists(ground.Here.Folder)
            ? Directory
                .EnumerateFiles(ground.Here.Folder, pattern)
                .Select(path => (Run: Path.GetFileName(path).Split('.')[0], path))
                .Where(file => Doorbells.IsPlain(file.Run))
                .Order()
            : [];

    private IEnumerable<Leftover.Folder> Folders() =>
        Directory.Exists(ground.TemporaryFolder)
            ? Directory
                .EnumerateDirectories(ground.TemporaryFolder, OwnFolder.Pattern)
                .Order(StringComparer.Ordinal)
                .Select(path => (Path: path, Run: OwnFolder.RunOf(path)))
                .Where(folder => folder.Run is not null)
                .Select(folder => new Leftover.Folder(new RunId(folder.Run!), folder.Path))
            : [];

    // A folder of a run that this store doesn't know may be a live one's of another store.
    private string? WhyNot(Leftover.Folder folder, KnownRun? known) =>
        known switch
        {
            null => "belongs to no run that this store knows",
            { IsNeeded: true } => "belongs to a run that is not over",
            { Run: { Conclusion: Conclusion.Lost, RemainsGone: false } } =>
                "belongs to a lost run whose processes nobody has seen gone",
            _ when IsHeard(folder.Owner) => "belongs to a process that lives",
            _ when !ground.Here.IsGone(known.Run.Ask.Owner) => "belongs to a process that can't be told to be dead",
            _ => OwnFolder.WhyNotOurs(folder.Path),
        };

    private bool IsHeard(RunId run) => IsHeard(Bell.PathOf(ground.Here.Folder, run.Value));

    // A bell that can't be opened, for want of the right to it, may be heard.
    private static bool IsHeard(string bell)
    {
        switch (Watch.Open(bell))
        {
            case WatchStart.Refused { Answer: BellRing.NobodyThere or BellRing.Gone }:
                return false;
            case WatchStart.Watching started:
                started.Watch.Dispose();
                return true;
            default:
                return true;
        }
    }
}
