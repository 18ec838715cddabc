using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Rows;

/// <summary>One thing that is measured.</summary>
internal interface IRow
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it is, for the help.</summary>
    string What { get; }

    /// <summary>Measures it.</summary>
    IReadOnlyList<Line> Measure(Bench bench);
}
