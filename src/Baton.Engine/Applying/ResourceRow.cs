using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>A resource's row, with what is found by its name.</summary>
internal sealed class ResourceRow(ResourceName name, Resource? stored) : Row<Resource>(RowKind.Resource, stored)
{
    /// <summary>The resource's name.</summary>
    public ResourceName Name => name;

    /// <summary>Its line, once it was looked at.</summary>
    public Overlay<Run>? Line { get; set; }

    /// <summary>Its holds, once they were looked at.</summary>
    public Overlay<Hold>? Holds { get; set; }

    /// <inheritdoc/>
    public override Change? Change() =>
        Now is { } resource ? new Change.PutResource(resource)
        : Stored is not null ? new Change.DropResource(name)
        : null;
}
