using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>What becomes of a matrix.</summary>
public abstract record MatrixExpansion
{
    private MatrixExpansion() { } // closed: every case is here

    /// <summary>The forms are known.</summary>
    public sealed record Known(IReadOnlyList<Combination> Combinations) : MatrixExpansion;

    /// <summary>An expression decides, so they are known only when it is evaluated.</summary>
    /// <param name="Because">The expression that decides first.</param>
    public sealed record Symbolic(YamlNode Because) : MatrixExpansion;

    /// <summary>There are more than <see cref="MatrixExpander.Most"/>, which GitHub refuses.</summary>
    public sealed record TooMany : MatrixExpansion;
}
