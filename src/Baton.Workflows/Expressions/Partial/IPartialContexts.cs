namespace Baton.Workflows.Expressions.Partial;

/// <summary>What is known of the contexts before a run is there.</summary>
internal interface IPartialContexts
{
    /// <summary>A context by name, in whatever case.</summary>
    PartialValue Find(string name, Decisions decisions);
}
