namespace Baton.Runtime.Batches;

/// <summary>One thing that a batch runs its command for. Hostile text: it is an argument, and never part of a shell's line.</summary>
/// <param name="Text">The item, as the list has it.</param>
/// <param name="Number">Its place in the list, from 1; empty entries don't count.</param>
public sealed record Item(string Text, int Number)
{
    /// <summary>The earlier item of the list that is the same text; such a one is not asked for again.</summary>
    public Item? Repeats { get; init; }
}
