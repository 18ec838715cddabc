using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Git;

/// <content>What people ask about a scope.</content>
public sealed partial class GitScope
{
    private const int MostFound = 100,
        MostDurations = 50;

    private (AuditHead Head, IReadOnlyList<AuditEntry> Entries) _history = (AuditHead.None, []);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> LiveRunsAsync(CancellationToken cancellation) =>
        RunsAsync(runs => runs.Where(run => run.IsLive).OrderBy(run => run.Place.Arrival), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> EndedRunsAsync(int limit, CancellationToken cancellation) =>
        RunsAsync(runs => Ended(runs).Take(limit), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> FindRunsAsync(string text, CancellationToken cancellation) =>
        RunsAsync(
            runs =>
                runs.Where(run =>
                        run.Id.Value.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                        || run.Ask.Origin.Url == text
                        || run.Ask.Origin.ExternalRunId == text
                    )
                    .OrderByDescending(run => run.Place.Arrival)
                    .Take(MostFound),
            cancellation
        );

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TimeSpan>> DurationsAsync(
        string? workflow,
        ResourceName resource,
        CancellationToken cancellation
    )
    {
        var runs = await RunsAsync(
                all =>
                    Ended(all)
                        .Where(run =>
                            RunIndex.Took(run) is not null
                            && run.Ask.Origin.Workflow == workflow
                            && run.Ask.Needs.Any(need => need.Resource == resource)
                        )
                        .Take(MostDurations),
                cancellation
            )
            .ConfigureAwait(false);
        return [.. runs.Select(run => RunIndex.Took(run)!.Value)];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditEntry>> RecordsAsync(long from, int limit, CancellationToken cancellation) =>
        LookedAtAsync<IReadOnlyList<AuditEntry>>(
            seen => [.. Entries(seen, cancellation).Where(entry => entry.Number >= from).Take(limit)],
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditEntry>> RecordsOfAsync(RunId run, CancellationToken cancellation) =>
        LookedAtAsync<IReadOnlyList<AuditEntry>>(
            seen =>
                [
                    .. Entries(seen, cancellation)
                        .Where(entry => entry.Fact is AuditFact.Happened happened && happened.Record.Run == run),
                ],
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<AuditHead> HeadAsync(CancellationToken cancellation) =>
        LookedAtAsync(seen => seen.State?.Row.Head ?? AuditHead.None, cancellation);

    /// <inheritdoc/>
    public ValueTask<AuditVerdict> VerifyAsync(AuditHead? known, CancellationToken cancellation) =>
        LookedAtAsync(
            seen =>
            {
                var (head, anchor) = (seen.State?.Row.Head ?? AuditHead.None, seen.State?.Row.Anchor);
                return AuditVerifier.Verify(new AuditTrail(Scope, head, anchor, Entries(seen, cancellation)), known);
            },
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Resource>> ResourcesAsync(CancellationToken cancellation) =>
        LookedAtAsync<IReadOnlyList<Resource>>(
            seen => [.. (seen.State?.Rows.Resources ?? []).OrderBy(resource => resource.Name)],
            cancellation
        );

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> ScopesAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var states = _remote.FetchStates(cancellation).Select(state => $"{state}:{FileCommit.State}").ToList();
            var files = _remote.Read(states, cancellation).Where(file => file is not null);
            return [.. files.Select(file => NameIn(file!.Value)).Order(StringComparer.Ordinal)];
        }
        finally
        {
            _gate.Release();
        }
    }

    private static IEnumerable<Run> Ended(IEnumerable<Run> runs) =>
        runs.Where(run => !run.IsLive).OrderByDescending(run => run.EndedAt).ThenByDescending(run => run.Id);

    private ValueTask<IReadOnlyList<Run>> RunsAsync(
        Func<IEnumerable<Run>, IEnumerable<Run>> choose,
        CancellationToken cancellation
    ) => LookedAtAsync<IReadOnlyList<Run>>(seen => [.. choose(seen.State?.Rows.Runs ?? [])], cancellation);

    private string NameIn(ReadOnlyMemory<byte> file)
    {
        try
        {
            return ScopeBody.Read(StateDocument.Lines(file)[1]).Name;
        }
        catch (StoredBodyException damage)
        {
            throw GitFault.Corrupt(_remote.Shown, damage.Message, damage);
        }
    }

    /// <summary>All entries of the audit up to the state that was seen; the whole history is brought for it.</summary>
    private IReadOnlyList<AuditEntry> Entries(Snapshot seen, CancellationToken cancellation)
    {
        if (seen is not { State.Row.Head: var head, AuditParent: { } tip })
            return [];
        if (_history.Head == head)
            return _history.Entries;
        try
        {
            var commits = _remote.FetchAudit(tip, cancellation);
            var files = _remote.Read([.. commits.Select(commit => $"{commit}:{FileCommit.Audit}")], cancellation);
            AuditEntry[] entries = [.. files.SelectMany(file => file is { } content ? AuditLines.Read(content) : [])];
            _history = (head, entries);
            return entries;
        }
        catch (StoredBodyException damage)
        {
            throw GitFault.Corrupt(_remote.Shown, damage.Message, damage);
        }
    }
}
