namespace Baton.Runtime.Cleaning;

/// <summary>What one look found.</summary>
/// <param name="Found">What can be removed.</param>
/// <param name="Spared">What is left alone.</param>
public sealed record Leftovers(IReadOnlyList<Leftover> Found, IReadOnlyList<Spared> Spared)
{
    /// <summary>Nothing at all.</summary>
    public static readonly Leftovers None = new([], []);
}
