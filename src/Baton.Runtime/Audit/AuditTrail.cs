namespace Baton.Runtime.Audit;

/// <summary>All that a store says about the audit of a scope.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Head">The newest entry, as the scope's own row has it.</param>
/// <param name="Anchor">Where the audit begins, if older entries were pruned.</param>
/// <param name="Entries">The entries that are there, in the order of their numbers.</param>
public sealed record AuditTrail(string Scope, AuditHead Head, Anchor? Anchor, IEnumerable<AuditEntry> Entries);
