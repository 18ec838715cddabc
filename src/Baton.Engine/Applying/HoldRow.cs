using Baton.Engine.Holds;
using Baton.Engine.Resources;

namespace Baton.Engine.Applying;

/// <summary>The row of a run's hold on a resource.</summary>
internal sealed class HoldRow(ResourceName resource, Hold? stored) : Row<Hold>(RowKind.Hold, stored)
{
    /// <summary>What is held.</summary>
    public ResourceName Resource => resource;

    /// <summary>The next one in the chain of the run's.</summary>
    public HoldRow? Next { get; set; }

    /// <inheritdoc/>
    public override Change? Change() =>
        Now is { } hold ? new Change.PutHold(hold)
        : Stored is { } stored ? new Change.DropHold(stored)
        : null;
}
