using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>A resource as far as it was fetched.</summary>
internal sealed class ResourceImage(Pages<Hold> holds, Pages<Run> line)
{
    /// <summary>Its row, if it has one.</summary>
    public Resource? Row { get; set; }

    /// <summary>The holds on it.</summary>
    public Pages<Hold> Holds => holds;

    /// <summary>Who waits for it.</summary>
    public Pages<Run> Line => line;
}
