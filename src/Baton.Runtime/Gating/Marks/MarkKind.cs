namespace Baton.Runtime.Gating.Marks;

/// <summary>What makes a decision visible on an issue.</summary>
public enum MarkKind
{
    /// <summary>A label.</summary>
    Label,

    /// <summary>Somebody is assigned.</summary>
    Assignee,

    /// <summary>The one comment that says what runs.</summary>
    Comment,
}
