using Baton.Engine;
using Baton.Engine.Records;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Reporting;

/// <summary>Gathers the tales of the runs that were asked for since an instant.</summary>
/// <param name="since">By the wall clock; what was asked for before isn't counted, whenever it ended.</param>
public sealed class RunTales(DateTimeOffset since)
{
    private readonly Dictionary<RunId, RunTale> _tales = [];

    /// <summary>The runs, by arrival.</summary>
    public IReadOnlyCollection<RunTale> All => _tales.Values;

    /// <summary>How many proceeded unprotected: nobody asked for those, so they are no runs here.</summary>
    public int Unprotected { get; private set; }

    /// <summary>Takes the next entry of the audit.</summary>
    public void Take(AuditBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body.Fact is not AuditFact.Happened { Record: var record })
            return;
        if (record.Kind == RecordKind.Unprotected && body.Wall >= since)
            Unprotected++;
        if (record.Run is not { } run || record.Kind is RecordKind.Reported or RecordKind.Observed)
            return;
        if (_tales.TryGetValue(run, out var tale))
            _tales[run] = tale.After(record);
        else if (record.Origin is { } origin && body.Wall >= since)
            _tales[run] = new RunTale(origin, record.At, body.Wall).After(record);
    }
}
