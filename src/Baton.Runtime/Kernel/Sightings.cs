using System.Globalization;
using System.Text;

namespace Baton.Runtime.Kernel;

/// <summary>
/// What the processes of this machine have seen of runs whose owners they can't look at, and since when, in a file beside the
/// bells. One who may not wait (`skip`, a key) would see such a run for an instant only, and so would everybody after him: a run
/// that was lost with its machine would keep its key for ever. Two looks that find the same token and counter, a whole lease
/// apart on one clock, show that it wasn't renewed between them, whoever looked.
/// </summary>
/// <param name="folder">The folder of the bells.</param>
/// <param name="clock">The boot clock.</param>
public sealed class Sightings(string folder, TimeProvider clock)
{
    /// <summary>How many runs are kept in mind; past that nothing is thrown out that may soon have stood so for a lease.</summary>
    public const int Most = 4096;

    /// <summary>What comes behind the run's id in the names of drafts: killed in the middle, a writer leaves one.</summary>
    public const string DraftMark = ".sighting.";

    private static readonly TimeSpan Long = TimeSpan.FromDays(1);
    private readonly string _path = Path.Combine(folder, "sightings");

    /// <summary>Since when a run has been seen to stand so, on the boot clock; now, if nobody has or it can't be written down.</summary>
    public long Since(Sighting sighting)
    {
        var now = clock.GetTimestamp();
        if (ClockDomain.Here() is not { IsKnown: true, Text: { } domain })
            return now;
        try
        {
            var known = Read(domain);
            if (known.Find(entry => entry.Sighting == sighting) is { Since: > 0 } seen && seen.Since <= now)
                return seen.Since;
            known.RemoveAll(entry => entry.Sighting.Run == sighting.Run);
            if (known.Count >= Most)
                known.RemoveAll(entry => clock.GetElapsedTime(entry.Since, now) > Long);
            if (known.Count < Most)
                Write(domain, sighting.Run, [(sighting, now), .. known]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Who can't write it down watches for himself.
        }
        return now;
    }

    /// <summary>Forgets a run that was called lost.</summary>
    public void Forget(string run)
    {
        if (ClockDomain.Here() is not { IsKnown: true, Text: { } domain })
            return;
        try
        {
            var known = Read(domain);
            if (known.RemoveAll(entry => entry.Sighting.Run == run) > 0)
                Write(domain, run, known);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Its line harms nobody: nobody asks about it again.
        }
    }

    // Readings of another boot, or another time namespace, say nothing here. A line counts with its end only.
    private List<(Sighting Sighting, long Since)> Read(string domain)
    {
        if (!File.Exists(_path) || File.ReadAllText(_path).Split('\n') is not [var first, .. var lines, _])
            return [];
        return first == domain ? [.. lines.Select(Parse).OfType<(Sighting, long)>()] : [];
    }

    // Two who write at once may lose one's line; that costs a lease more, and nothing else. The name of the draft is nobody
    // else's: two containers that share the folder may have the same process id.
    private void Write(string domain, string run, IEnumerable<(Sighting Sighting, long Since)> entries)
    {
        var draft = Path.Combine(folder, TreeMark.Check(run) + DraftMark + Path.GetRandomFileName());
        try
        {
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
                file.Write(Encoding.UTF8.GetBytes(string.Concat(entries.Select(Line).Prepend(domain).Select(Ended))));
            File.Move(draft, _path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private static string Ended(string line) => line + '\n';

    private static string Line((Sighting Sighting, long Since) entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Sighting.Run} {entry.Sighting.Token} {entry.Sighting.Counter} {entry.Since}"
        );

    private static (Sighting, long)? Parse(string line) =>
        line.Split(' ') is [var run, var token, var counter, var since]
        && long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var lease)
        && long.TryParse(counter, NumberStyles.None, CultureInfo.InvariantCulture, out var renewals)
        && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? (new Sighting(run, lease, renewals), at)
            : null;
}
