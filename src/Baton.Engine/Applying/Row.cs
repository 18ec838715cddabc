using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>One row of a scope: as it is stored, and as it will be.</summary>
internal abstract class Row<T>(T? stored)
    where T : class
{
    /// <summary>What the view says.</summary>
    public T? Stored { get; } = stored;

    /// <summary>What it will say; none for a row that isn't there, or goes.</summary>
    public T? Now { get; private set; } = stored;

    /// <summary>Whether anything was written over it.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Writes over it; says whether that is its first change.</summary>
    public bool Write(T? now)
    {
        var first = !IsChanged;
        (Now, IsChanged) = (now, true);
        return first;
    }
}

/// <summary>A run's row, with what is found by the run.</summary>
internal sealed class RunRow(Run? stored) : Row<Run>(stored)
{
    /// <summary>Whether an audit record has told where the run comes from.</summary>
    public bool IsIntroduced { get; set; } = stored is not null;

    private readonly List<HoldRow> _holds = []; // few, since a request has few needs

    /// <summary>What changes among the runs inside it.</summary>
    public Overlay<Run>? Inside { get; set; }

    /// <summary>The row of its hold on a resource, if it was looked at.</summary>
    public HoldRow? HoldOn(ResourceName resource)
    {
        foreach (var hold in _holds)
            if (hold.Resource == resource)
                return hold;
        return null;
    }

    /// <summary>Adds the row of a hold.</summary>
    public HoldRow Add(HoldRow hold)
    {
        _holds.Add(hold);
        return hold;
    }
}

/// <summary>A resource's row, with what is found by its name.</summary>
internal sealed class ResourceRow(ResourceName name, Resource? stored) : Row<Resource>(stored)
{
    public ResourceName Name => name;

    /// <summary>What changes in its line.</summary>
    public Overlay<Run>? Line { get; set; }

    /// <summary>What changes among its holds.</summary>
    public Overlay<Hold>? Holds { get; set; }
}

/// <summary>The row of a run's hold on a resource.</summary>
internal sealed class HoldRow(ResourceName resource, Hold? stored) : Row<Hold>(stored)
{
    public ResourceName Resource => resource;
}
