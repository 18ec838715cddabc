namespace Baton.Workflows.Events.Deeds;

/// <summary>What an event starts that a workflow caused with its own token.</summary>
public enum TokenOutcome
{
    /// <summary>What it would start by anybody.</summary>
    Starts,

    /// <summary>The same, but somebody has to let it go on.</summary>
    WaitsForApproval,

    /// <summary>Nothing, so that workflows don't start each other for ever.</summary>
    StartsNothing,
}
