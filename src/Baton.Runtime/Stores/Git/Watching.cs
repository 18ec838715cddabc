using System.Text;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Git;

/// <summary>Sees a scope on its remote, and decodes only what it hasn't seen before.</summary>
internal sealed class Watching(RemoteRefs remote, RefNames names)
{
    private const int Steps = 64;

    /// <summary>What was seen last; null before the first look.</summary>
    public Snapshot? Last { get; private set; }

    /// <summary>Looks.</summary>
    /// <exception cref="StoreException">It can't be read, or is damaged.</exception>
    public Snapshot Look(CancellationToken cancellation)
    {
        var before = Last?.Refs;
        for (var step = 0; step < Steps; step++)
        {
            if (remote.Look(before, cancellation) is not { } refs)
                return Last is { } last && ReferenceEquals(before, last.Refs)
                    ? last
                    : throw GitFault.Corrupt(remote.Shown, $"{names.Audit} doesn't go with {names.State}");
            if (Decode(refs, cancellation) is { } snapshot)
                return Last = snapshot;
            before = refs;
        }

        throw GitFault.Unavailable($"{remote.Shown}: the state changes faster than it can be read");
    }

    /// <summary>Takes what was pushed for what is there: nobody needs to look at it.</summary>
    public void Know(Snapshot snapshot) => Last = snapshot;

    /// <summary>Forgets what was seen: it may not be there any more.</summary>
    public void Forget() => Last = null;

    /// <summary>Decodes refs; nothing if they don't belong together: they are read one after another while somebody moves them.</summary>
    private Snapshot? Decode(IReadOnlyDictionary<string, string> refs, CancellationToken cancellation)
    {
        var tickets = refs.Where(one => one.Key.StartsWith(names.Tickets, StringComparison.Ordinal))
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .ToList();
        var (state, audit) = (refs.GetValueOrDefault(names.State), refs.GetValueOrDefault(names.Audit));
        string[] wanted =
        [
            state is null ? "HEAD" : $"{state}:{FileCommit.State}",
            audit ?? "HEAD",
            .. tickets.Select(one => $"{one.Value}:{FileCommit.Ticket}"),
        ];
        var read = remote.Read(wanted, cancellation);
        if (state is not null && read[0] is null)
            throw GitFault.Corrupt(remote.Shown, $"{names.State} has no file with the state");
        var document = read[0] is { } file ? ReadState(file) : null;
        if (AuditParent(document, (audit, read[1]), cancellation) is not { } parent)
            return null;
        return new(
            refs,
            document,
            parent.Length == 0 ? null : parent,
            [.. tickets.Select((one, i) => Ticket.Read(one.Key, one.Value, read[i + 2]))]
        );
    }

    private StateDocument ReadState(ReadOnlyMemory<byte> file)
    {
        try
        {
            var document = StateDocument.Read(file);
            return document.Row.Name == names.Scope
                ? document
                : throw GitFault.Corrupt(remote.Shown, "the state is another scope's");
        }
        catch (StoredBodyException damage)
        {
            throw GitFault.Corrupt(remote.Shown, damage.Message, damage);
        }
    }

    /// <summary>
    /// The commit of the audit that a state goes with: empty if there is none yet, nothing if the refs were read while they
    /// moved. An audit that is ahead of the state is left by a server that died between the two: what it says never
    /// happened, and the next push takes its place.
    /// </summary>
    private string? AuditParent(
        StateDocument? document,
        (string? Ref, ReadOnlyMemory<byte>? Commit) audit,
        CancellationToken cancellation
    )
    {
        var head = document?.Row.Head ?? AuditHead.None;
        if (audit.Ref is null || audit.Commit is not { } commit)
            return head == AuditHead.None ? "" : null;
        if (HeadOf(commit) == head)
            return audit.Ref;
        if (head == AuditHead.None)
            return "";
        var all = remote.FetchAudit(audit.Ref, cancellation);
        var commits = remote.Read(all, cancellation);
        for (var i = all.Count - 1; i >= 0; i--)
            if (commits[i] is { } one && HeadOf(one) == head)
                return all[i];
        return null;
    }

    /// <summary>The newest entry that a commit of the audit has: the second word of its message.</summary>
    private static AuditHead? HeadOf(ReadOnlyMemory<byte> commit)
    {
        var text = Encoding.UTF8.GetString(commit.Span);
        var message = text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return message.Split(' ', '\n') is [_, var head, ..] ? AuditHead.Parse(head) : null;
    }
}
