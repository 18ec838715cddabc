using Baton.Runtime.Asking;
using Baton.Runtime.Batches;

namespace Baton.Cli.Commands.Batches;

/// <summary>An item of a batch, and what is asked for it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Plan">Its request; of an item that repeats another nothing is asked. None where it can't be made, for somebody who only observes.</param>
internal sealed record PlannedItem(Item Item, Plan? Plan)
{
    /// <summary>Why no request could be made.</summary>
    public AskingException? Problem { get; init; }
}
