using Baton.Engine;
using Baton.Engine.Resources;

namespace Baton.Runtime.Observing;

/// <summary>What really ran beside each other and would not have, had anybody enforced it.</summary>
/// <param name="Starts">How many runs started while there was no room for them.</param>
/// <param name="Lasted">For how long more than the capacity was in use.</param>
public sealed record Overlap(int Starts, TimeSpan Lasted)
{
    /// <summary>
    /// The overlaps in a resource. What ran inside a run that needs the resource too used that one's share.
    /// </summary>
    /// <param name="resource">The resource.</param>
    /// <param name="arrivals">All arrivals, those of other resources too.</param>
    public static Overlap In(ResourceName resource, IReadOnlyList<Arrival> arrivals)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        var needing = arrivals.Where(one => NeedOf(one, resource) is not null).ToDictionary(one => one.Run);
        var moments = needing
            .Values.Where(one => one.Seen.Ask.Parent is not { } parent || !needing.ContainsKey(parent))
            .SelectMany(one => Moments(one, NeedOf(one, resource)!))
            .OrderBy(moment => moment.At)
            .ThenBy(moment => moment.Units);
        return Walk(moments);
    }

    private static Need? NeedOf(Arrival arrival, ResourceName resource) =>
        arrival.Seen.Ask.Needs.FirstOrDefault(need => need.Resource == resource);

    private static IEnumerable<(Instant At, int Units, int Capacity)> Moments(Arrival arrival, Need need)
    {
        var capacity = need.Settings.Capacity;
        yield return (arrival.At, need.At(capacity), capacity);
        yield return (arrival.End, -need.At(capacity), capacity);
    }

    private static Overlap Walk(IEnumerable<(Instant At, int Units, int Capacity)> moments)
    {
        var (used, starts, lasted, over) = (0, 0, TimeSpan.Zero, (Instant?)null);
        foreach (var (at, units, capacity) in moments)
        {
            used += units;
            if (units > 0 && used > capacity)
                starts++;
            if (used > capacity)
                over ??= at;
            else if (over is { } since)
                (lasted, over) = (lasted + (at - since), null);
        }
        return new Overlap(starts, lasted);
    }
}
