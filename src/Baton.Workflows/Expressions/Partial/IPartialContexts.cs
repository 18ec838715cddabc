namespace Baton.Workflows.Expressions.Partial;

/// <summary>What is known of the contexts before a run is there.</summary>
internal interface IPartialContexts
{
    /// <summary>How many ways may still be gone along.</summary>
    Budget Ways { get; }

    /// <summary>A context by name, in whatever case.</summary>
    PartialValue Find(string name, Decisions decisions);
}
