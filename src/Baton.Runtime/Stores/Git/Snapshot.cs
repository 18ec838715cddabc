namespace Baton.Runtime.Stores.Git;

/// <summary>A scope as it was seen on its remote.</summary>
/// <param name="Refs">Its refs, and what they are.</param>
/// <param name="State">Its state; null where nothing has happened.</param>
/// <param name="AuditParent">The commit that the next entries follow: the audit's newest, unless that one's state never came to be.</param>
/// <param name="Tickets">What was left to be done, in the order of the names.</param>
internal sealed record Snapshot(
    IReadOnlyDictionary<string, string> Refs,
    StateDocument? State,
    string? AuditParent,
    IReadOnlyList<Ticket> Tickets
)
{
    /// <summary>What a ref is; null where there is none.</summary>
    public string? this[string name] => Refs.GetValueOrDefault(name);
}
