namespace Baton.Workflows.Syntax.Shapes;

/// <summary>A key that a mapping knows.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">What its value may be.</param>
internal sealed record KeyShape(string Name, Shape Shape)
{
    /// <summary>Where it must be there: what to write.</summary>
    public string? Required { get; init; }
}
