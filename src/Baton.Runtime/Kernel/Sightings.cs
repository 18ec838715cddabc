using System.Globalization;

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
    private const int Most = 64;
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
            Write(domain, [(sighting, now), .. known.Take(Most - 1)]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Who can't write it down watches for himself.
        }
        return now;
    }

    // Readings of another boot, or another time namespace, say nothing here.
    private List<(Sighting Sighting, long Since)> Read(string domain)
    {
        if (!File.Exists(_path) || File.ReadAllLines(_path) is not [var first, .. var lines] || first != domain)
            return [];
        return [.. lines.Select(Parse).OfType<(Sighting, long)>()];
    }

    // Two who write at once may lose one's line; that costs a lease more, and nothing else.
    private void Write(string domain, IEnumerable<(Sighting Sighting, long Since)> entries)
    {
        var draft = string.Create(CultureInfo.InvariantCulture, $"{_path}.{Environment.ProcessId}");
        File.WriteAllLines(draft, entries.Select(Line).Prepend(domain));
        File.Move(draft, _path, overwrite: true);
    }

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
