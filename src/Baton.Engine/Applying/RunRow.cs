using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>A run's row, with what is found by the run.</summary>
internal sealed class RunRow(RunId id, Run? stored) : Row<Run>(RowKind.Run, stored)
{
    private HoldRow? _holds; // a chain: few, since a request has few needs

    /// <summary>The run's name.</summary>
    public RunId Id => id;

    /// <summary>Whether an audit record has told where the run comes from.</summary>
    public bool IsIntroduced { get; set; } = stored is not null;

    /// <summary>The runs inside it, once they were looked at.</summary>
    public Overlay<Run>? Inside { get; set; }

    /// <inheritdoc/>
    public override Change Change() => new Change.PutRun(Now!, Stored);

    /// <summary>The row of its hold on a resource, if it was looked at.</summary>
    public HoldRow? HoldOn(ResourceName resource)
    {
        for (var hold = _holds; hold is not null; hold = hold.Next)
            if (hold.Resource == resource)
                return hold;
        return null;
    }

    /// <summary>Adds the row of a hold.</summary>
    public HoldRow Add(HoldRow hold)
    {
        hold.Next = _holds;
        return _holds = hold;
    }
}
