using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Reporting;

/// <summary>Names the rule that kept a run from starting.</summary>
public static class Prevention
{
    /// <summary>In a few words.</summary>
    public static string RuleOf(RunTale tale)
    {
        ArgumentNullException.ThrowIfNull(tale);
        return tale.Reason switch
        {
            Reason.DuplicateOf { After: null } => "duplicate of a run at work",
            Reason.DuplicateOf => "duplicate within a window",
            Reason.AskedElsewhere => "the same request again",
            Reason.NotMeant => "not meant",
            Reason.NoLine => "busy, and nobody may wait",
            Reason.LineFull => "line full",
            Reason.TooMany => "more than there is",
            Reason.Circle or Reason.TooDeep or Reason.InsideStopped => "inside another run",
            Reason.SupersededBy => "superseded by a newer run",
            Reason.WaitedTooLong => "waited too long",
            Reason.Said => "cancelled by somebody",
            _ => tale.Conclusion is { } conclusion ? Words.Conclusions[conclusion] : "unknown",
        };
    }

    /// <summary>
    /// Whether work was saved: what was not meant, gave up or was cancelled would not have been done twice by anybody.
    /// </summary>
    public static bool Saves(RunTale tale)
    {
        ArgumentNullException.ThrowIfNull(tale);
        return tale
            is { IsPrevented: true, Conclusion: Conclusion.Duplicate or Conclusion.Skipped or Conclusion.Superseded };
    }
}
