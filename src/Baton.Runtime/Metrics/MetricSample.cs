namespace Baton.Runtime.Metrics;

/// <summary>One value of a metric family.</summary>
/// <param name="Suffix">What stands behind the family's name; empty for a gauge.</param>
/// <param name="Labels">Its labels; their values are anybody's text.</param>
/// <param name="Value">The value.</param>
public sealed record MetricSample(string Suffix, IReadOnlyList<(string Name, string Value)> Labels, double Value);
