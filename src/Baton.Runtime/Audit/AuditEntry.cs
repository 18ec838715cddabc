namespace Baton.Runtime.Audit;

/// <summary>One entry of a scope's audit, as it is stored.</summary>
/// <param name="Number">Its number: gapless, from 1.</param>
/// <param name="Previous">The hash of the entry before it.</param>
/// <param name="Body">Its body, byte for byte as it was hashed.</param>
/// <param name="Hash">The hash of scope, number, previous hash and body.</param>
public sealed record AuditEntry(long Number, string Previous, ReadOnlyMemory<byte> Body, string Hash)
{
    /// <summary>Its number and hash.</summary>
    public AuditHead Head => new(Number, Hash);

    /// <summary>What it tells of.</summary>
    /// <exception cref="Stores.Stored.V1.StoredBodyException">The body is damaged.</exception>
    public AuditFact Fact => AuditBody.Read(Body).Fact;

    /// <summary>When it was written, by the wall clock of the machine that wrote it: for people, nothing is decided by it.</summary>
    /// <exception cref="Stores.Stored.V1.StoredBodyException">The body is damaged.</exception>
    public DateTimeOffset Wall => AuditBody.Read(Body).Wall;
}
