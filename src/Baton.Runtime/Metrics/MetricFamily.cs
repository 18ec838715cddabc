namespace Baton.Runtime.Metrics;

/// <summary>A metric family of OpenMetrics.</summary>
/// <param name="Name">Its name; one with a unit ends with it.</param>
/// <param name="Type"><c>gauge</c> or <c>gaugehistogram</c>.</param>
/// <param name="Help">What it says, in one phrase.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
/// <param name="Samples">Its samples.</param>
public sealed record MetricFamily(
    string Name,
    string Type,
    string Help,
    string Unit,
    IReadOnlyList<MetricSample> Samples
);
