using Baton.Runtime.Kernel;

namespace Baton.Runtime.Coordination;

/// <summary>The first in line watches the pipes of those who hold what it needs, and hears at once when one of them dies.</summary>
internal sealed class Watches(Surroundings here) : IDisposable
{
    private const int Most = 8;
    private readonly Dictionary<string, IWakeable> _watches = [];

    /// <summary>What to wait for beside the bell.</summary>
    public IEnumerable<WakeSource> Sources => _watches.Values.Select(watch => watch.Source);

    /// <summary>Watches the holders in a picture, if the run is first, and nobody else.</summary>
    public void Follow(Picture picture)
    {
        var wanted = picture.Ahead.Count > 0 ? [] : picture.Holders.Take(Most).Select(run => run.Id.Value).ToHashSet();
        foreach (var run in _watches.Keys.Except(wanted).ToList())
            Leave(run);
        foreach (var run in wanted)
            if (!_watches.ContainsKey(run) && Doorbells.IsPlain(run))
                if (here.Machine.Watch(run) is { } watch)
                    _watches[run] = watch;
    }

    /// <summary>Stops watching those whose pipe has closed; else it would go on saying so.</summary>
    public void Forget(IReadOnlyList<WakeSource> heard)
    {
        foreach (
            var run in _watches.Where(entry => heard.Contains(entry.Value.Source)).Select(entry => entry.Key).ToList()
        )
            Leave(run);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var run in _watches.Keys.ToList())
            Leave(run);
    }

    private void Leave(string run)
    {
        _watches.Remove(run, out var watch);
        watch?.Dispose();
    }
}
