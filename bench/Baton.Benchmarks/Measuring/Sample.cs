namespace Baton.Benchmarks.Measuring;

/// <summary>Figures of one kind, gathered over rounds.</summary>
internal sealed class Sample
{
    private readonly List<double> _figures = [];

    /// <summary>How many there are.</summary>
    public int Count => _figures.Count;

    /// <summary>The median; none of nothing.</summary>
    public double? Median => At(0.5);

    /// <summary>The 95th percentile; none of nothing.</summary>
    public double? P95 => At(0.95);

    /// <summary>The largest; none of nothing.</summary>
    public double? Largest => At(1);

    public void Add(double figure) => _figures.Add(figure);

    private double? At(double share)
    {
        if (_figures.Count == 0)
            return null;
        var sorted = _figures.Order().ToList();
        return sorted[(int)Math.Round(share * (sorted.Count - 1))];
    }
}
