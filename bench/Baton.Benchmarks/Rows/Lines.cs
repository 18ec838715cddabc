using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Rows;

/// <summary>Lines that have a value of each peer.</summary>
internal static class Lines
{
    /// <summary>A line of what each peer came to.</summary>
    public static Line Of(Bench bench, string what, string unit, Func<string, double?> amount) =>
        new(
            what,
            unit,
            [
                .. bench.Peers.Select(peer =>
                    peer.IsHere ? new Value(peer.Name, amount(peer.Name)) : new Value(peer.Name, null, peer.Absent)
                ),
            ]
        );
}
