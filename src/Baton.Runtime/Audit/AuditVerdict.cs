namespace Baton.Runtime.Audit;

/// <summary>What came of verifying an audit.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict() { } // closed: every case is here

    /// <summary>Every entry since the anchor is there and unchanged.</summary>
    public sealed record Whole(AuditHead Head) : AuditVerdict;

    /// <summary>It was tampered with or damaged.</summary>
    /// <param name="Number">The first entry that is wrong or missing.</param>
    /// <param name="What">What is wrong, in one sentence.</param>
    public sealed record Broken(long Number, string What) : AuditVerdict;
}
