namespace Baton.Runtime.Pushing.Merging;

/// <summary>The bytes of a file that both sides changed.</summary>
/// <param name="Before">The version that both started from; null where both added the file.</param>
/// <param name="Mine">This run's version.</param>
/// <param name="Remote">The version on the branch.</param>
internal sealed record MergeInput(ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte> Mine, ReadOnlyMemory<byte> Remote)
{
    /// <summary>What git made of it line by line; null where that left a conflict.</summary>
    public ReadOnlyMemory<byte>? Clean { get; init; }
}
