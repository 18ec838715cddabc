using Baton.Engine.Records;

namespace Baton.Engine;

/// <summary>What applying commands comes to: to be written in one transaction conditional on the scope's version, or dropped.</summary>
/// <param name="Decisions">One answer for each command, in their order; each sees the changes of those before it.</param>
/// <param name="Changes">Rows to write; empty if nothing changed.</param>
/// <param name="Records">Audit records, in their order.</param>
/// <param name="Due">The next instant at which time alone would change something.</param>
public sealed record Outcome(
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<Record> Records,
    Instant? Due
);
