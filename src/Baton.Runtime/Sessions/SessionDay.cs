using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Sessions;

/// <summary>
/// Gathers what a day's audit tells of sessions: each run that was over that day once, with its job's own word where the job
/// gave one, and each job that reported without having asked.
/// </summary>
/// <param name="day">The day, UTC.</param>
public sealed class SessionDay(DateOnly day)
{
    private readonly Dictionary<RunId, Origin> _origins = [];
    private readonly Dictionary<RunId, SessionEntry> _ofRuns = [];
    private readonly List<SessionEntry> _others = [];

    /// <summary>The entries, by time.</summary>
    public IReadOnlyList<SessionEntry> Entries => [.. _ofRuns.Values.Concat(_others).OrderBy(entry => entry.At)];

    /// <summary>Takes the next entry of the audit.</summary>
    public void Take(AuditBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body.Fact is not AuditFact.Happened { Record: var record })
            return;
        if (record is { Run: { } asked, Origin: { } origin, Kind: not RecordKind.Reported })
            _origins[asked] = origin;
        if (DateOnly.FromDateTime(body.Wall.UtcDateTime) != day)
            return;
        if (record is { Kind: RecordKind.Reported, Reason: Reason.JobSaid said })
            Report(record, said, body.Wall);
        else if (
            record is { Kind: RecordKind.Ended, Run: { } run, Conclusion: { } conclusion }
            && !_ofRuns.ContainsKey(run)
        )
            End(run, conclusion, body.Wall);
    }

    private void Report(Record record, Reason.JobSaid said, DateTimeOffset at)
    {
        var entry = new SessionEntry(said.Session, at, Session.Of(record.Origin ?? Origin.None))
        {
            Executed = record.Conclusion != Conclusion.Duplicate,
            Status = said.Status,
        };
        if (record.Run is { } run)
            _ofRuns[run] = entry;
        else
            _others.Add(entry);
    }

    private void End(RunId run, Conclusion conclusion, DateTimeOffset at)
    {
        var session = Session.Of(_origins.GetValueOrDefault(run) ?? Origin.None);
        var prevented = conclusion is Conclusion.Duplicate or Conclusion.Skipped or Conclusion.Filtered;
        _ofRuns[run] = new SessionEntry(session.Key, at, session)
        {
            Executed = !prevented,
            Status = prevented ? "skipped" : Words.Conclusions[conclusion],
        };
    }
}
