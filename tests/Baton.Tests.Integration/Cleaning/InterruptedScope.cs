using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Moving;

namespace Baton.Tests.Integration.Cleaning;

/// <summary>A scope that is taken away after so many steps, as if the process that uses it had been killed there.</summary>
internal sealed class InterruptedScope(ITendedScope scope) : ITendedScope
{
    /// <summary>After how many readings and writings it goes.</summary>
    public required int Steps { get; set; }

    /// <summary>Whether the next step is still done, where several scopes go together.</summary>
    public Func<bool>? Passing { get; set; }

    public string Scope => scope.Scope;

    public ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation) =>
        Step().ApplyAsync(commands, cancellation);

    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        Step().ReadAsync(read, cancellation);

    public ValueTask<ScopeStanding> RemakeAsync(
        Func<ScopeStanding, Remaking?> remake,
        CancellationToken cancellation
    ) => Step().RemakeAsync(remake, cancellation);

    public ValueTask<string> StoreIdAsync(CancellationToken cancellation) => Step().StoreIdAsync(cancellation);

    public ValueTask<IReadOnlyList<Run>> LiveRunsAsync(CancellationToken cancellation) =>
        Step().LiveRunsAsync(cancellation);

    public ValueTask<IReadOnlyList<Run>> EndedRunsAsync(int limit, CancellationToken cancellation) =>
        Step().EndedRunsAsync(limit, cancellation);

    public ValueTask<IReadOnlyList<Run>> FindRunsAsync(string text, CancellationToken cancellation) =>
        Step().FindRunsAsync(text, cancellation);

    public ValueTask<IReadOnlyList<TimeSpan>> DurationsAsync(
        string? workflow,
        ResourceName resource,
        CancellationToken cancellation
    ) => Step().DurationsAsync(workflow, resource, cancellation);

    public ValueTask<IReadOnlyList<AuditEntry>> RecordsAsync(long from, int limit, CancellationToken cancellation) =>
        Step().RecordsAsync(from, limit, cancellation);

    public ValueTask<IReadOnlyList<AuditEntry>> RecordsOfAsync(RunId run, CancellationToken cancellation) =>
        Step().RecordsOfAsync(run, cancellation);

    public ValueTask<AuditHead> HeadAsync(CancellationToken cancellation) => Step().HeadAsync(cancellation);

    public ValueTask<AuditVerdict> VerifyAsync(AuditHead? known, CancellationToken cancellation) =>
        Step().VerifyAsync(known, cancellation);

    public ValueTask<IReadOnlyList<Resource>> ResourcesAsync(CancellationToken cancellation) =>
        Step().ResourcesAsync(cancellation);

    public ValueTask<IReadOnlyList<string>> ScopesAsync(CancellationToken cancellation) =>
        Step().ScopesAsync(cancellation);

    public ValueTask<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation) =>
        Step().FaultsAsync(cancellation);

    public ValueTask<ClockReading?> LastClockAsync(CancellationToken cancellation) =>
        Step().LastClockAsync(cancellation);

    public ValueTask<long> EntriesAsync(CancellationToken cancellation) => Step().EntriesAsync(cancellation);

    public ValueTask<ScopeContents> ContentsAsync(CancellationToken cancellation) => Step().ContentsAsync(cancellation);

    public ValueTask<PurgeAnswer> PurgeAsync(PurgeOrder order, CancellationToken cancellation) =>
        Step().PurgeAsync(order, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ITendedScope Step() =>
        (Passing?.Invoke() ?? Steps-- > 0)
            ? scope
            : throw new StoreException(StoreFault.Unavailable, "the process was killed");
}
