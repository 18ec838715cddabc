using Baton.Engine;

namespace Baton.Runtime.Audit;

/// <summary>Where an audit begins after its older entries were pruned: the last entry that is gone.</summary>
/// <param name="Head">That entry's number and hash.</param>
/// <param name="Policy">What was pruned, as the policy's text says: `older than 90 days`.</param>
/// <param name="At">When, in scope time.</param>
public sealed record Anchor(AuditHead Head, string Policy, Instant At);
