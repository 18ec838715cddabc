using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Observing;

/// <summary>
/// An observed run in the observed scope: asks as an enforcing run would, renews, notes when it would have started or
/// been told to stop, and tells at the end what really became of it. Whatever goes wrong here is told and forgotten: it
/// must not cost the command anything.
/// </summary>
/// <param name="ask">What is asked.</param>
/// <param name="scope">The scope that is observed.</param>
/// <param name="here">This process's surroundings.</param>
/// <param name="open">Opens a scope of the store by its name.</param>
public sealed class Shadow(Ask ask, string scope, Surroundings here, Func<string, ValueTask<IScopeStore>> open)
    : IAsyncDisposable
{
    private static readonly TimeSpan Nap = TimeSpan.FromMinutes(1);

    private Ask? _enforced; // with the settings that are recorded where it is enforced
    private IScopeStore? _store;
    private Seat? _seat;
    private Lookout? _lookout;
    private long _looked;
    private string? _trouble; // the last that was told

    private Ask Asked => _enforced ?? ask;

    /// <summary>Told of what goes wrong, and of warnings.</summary>
    public Action<string> OnTrouble { get; init; } = _ => { };

    /// <summary>What enforcing would have done, as far as it is known by now.</summary>
    public Enforced Enforced { get; private set; } = new Enforced.Unknown("it was not asked");

    /// <summary>What rings when something has changed; nothing where nothing could be decided.</summary>
    public IBell? Bell => _seat?.Bell;

    /// <summary>How long until it is to look again.</summary>
    public TimeSpan UntilLook => _seat is null ? Nap : (ask.Lease / 3) - here.Clock.GetElapsedTime(_looked);

    /// <summary>Asks.</summary>
    public ValueTask AskAsync(CancellationToken cancellation) =>
        TryAsync(async () =>
        {
            var elsewhere = await EnforcingAsync(cancellation).ConfigureAwait(false);
            await OpenAsync().ConfigureAwait(false);
            await LoseTheDeadAsync((view, _) => Picture.InTheWayOf(view, Asked), cancellation).ConfigureAwait(false);
            var decision = await _seat!.ApplyAsync(new Command.Request(Asked), cancellation).ConfigureAwait(false);
            foreach (var warning in decision.Warnings)
                OnTrouble(WarningWords.Of(warning, Telling.Bare(Instant.Zero)));
            var decided = await OfAsync(decision, ask.Run, _store!, cancellation).ConfigureAwait(false);
            Enforced = decided is Enforced.AtOnce ? elsewhere : decided;
        });

    /// <summary>Renews, and hears how the run stands.</summary>
    public ValueTask LookAsync(CancellationToken cancellation) =>
        TryAsync(async () =>
        {
            _looked = here.Clock.GetTimestamp();
            Bell?.Silence();
            await LoseTheDeadAsync((view, now) => Picture.Of(view, now, ask.Run)?.Holders ?? [], cancellation)
                .ConfigureAwait(false);
            if (_seat is not null && await _seat.FindAsync(cancellation).ConfigureAwait(false) is { } run)
                await FollowAsync(run, cancellation).ConfigureAwait(false);
        });

    /// <summary>Tells the end: of the run, where the observed scope has it live, and what really became of it.</summary>
    public ValueTask EndAsync(Conclusion conclusion, TimeSpan took, CancellationToken cancellation) =>
        TryAsync(async () =>
        {
            await OpenAsync().ConfigureAwait(false);
            if (await _seat!.FindAsync(cancellation).ConfigureAwait(false) is { IsLive: true } run)
            {
                await FollowAsync(run, cancellation).ConfigureAwait(false);
                await LeaveAsync(run.Id, conclusion, cancellation).ConfigureAwait(false);
            }
            if (Enforced is Enforced.Waiting waiting)
                Enforced = waiting with { AtLeast = took };
            var seen = new Observation(Asked, took, conclusion);
            await _seat
                .ApplyAsync(new Command.ReportObserved(seen, Enforced.Against), cancellation)
                .ConfigureAwait(false);
        });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _seat?.Dispose();
        if (_store is { } store)
            await store.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask OpenAsync()
    {
        if (_seat is not null)
            return;
        _store = await open(ObservedScope.Of(scope)).ConfigureAwait(false);
        _lookout = new Lookout(_store, here, ask.Run) { Remains = RemainsOfTheLost.Left };
        _seat = new Seat(_store, here, ask, new Deaf());
        _looked = here.Clock.GetTimestamp();
    }

    /// <summary>
    /// What the runs that enforce would do to this one: the engine is asked over their scope, and the answer is not
    /// written. Settings that are recorded there hold here as well.
    /// </summary>
    private async ValueTask<Enforced> EnforcingAsync(CancellationToken cancellation)
    {
        await using var real = await open(scope).ConfigureAwait(false);
        var (needs, decision) = await real.ReadAsync(
                (view, now) =>
                    (
                        ask.Needs.Select(need =>
                                view.Resource(need.Resource) is { Recorded: true } known
                                    ? need with
                                    {
                                        Settings = known.Settings,
                                    }
                                    : need
                            )
                            .ToList(),
                        Engine.Engine.Apply(view, [new Command.Request(ask)], now).Decisions[0]
                    ),
                cancellation
            )
            .ConfigureAwait(false);
        _enforced = ask with { Needs = [.. needs] };
        return await OfAsync(decision, ask.Run, real, cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<Enforced> OfAsync(
        Decision decision,
        RunId run,
        IScopeStore store,
        CancellationToken cancellation
    )
    {
        var enforced = Enforced.Of(decision, run);
        return enforced.Against?.Other is { } other
            ? enforced with
            {
                Other = await store.ReadAsync((view, _) => view.Run(other), cancellation).ConfigureAwait(false),
            }
            : enforced;
    }

    private async ValueTask FollowAsync(Run run, CancellationToken cancellation)
    {
        if (run.StartedAt is { } started && started > run.AskedAt && Enforced is Enforced.Waiting waiting)
            Enforced = new Enforced.Later(started - run.AskedAt, waiting.Why) { Other = waiting.Other };
        switch (run)
        {
            case { State: RunState.Stopping, IsConcluding: false, Stop: { } stop }:
                Enforced = new Enforced.Stopped(stop.At - (run.StartedAt ?? run.AskedAt), stop.Reason);
                await LeaveAsync(run.Id, Conclusion.Cancelled, cancellation).ConfigureAwait(false);
                break;
            case { State: RunState.Ended, StartedAt: null, Conclusion: { } conclusion, Reason: { } why }
                when Enforced is Enforced.Waiting:
                Enforced = new Enforced.Never(conclusion, why);
                break;
            case { IsLive: true, IsConcluding: false }:
                await _seat!
                    .ApplyAsync(new Command.Renew(run.Id, run.Token, run.Counter), cancellation)
                    .ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Ends the run as it stands now: it may be waiting, running, or told to stop and put back in line.</summary>
    private async ValueTask LeaveAsync(RunId id, Conclusion conclusion, CancellationToken cancellation)
    {
        for (var round = 0; round < 3; round++)
        {
            if (
                await _seat!.FindAsync(cancellation).ConfigureAwait(false)
                is not { IsLive: true, IsConcluding: false } run
            )
                return;
            var own = run.State == RunState.Waiting ? Conclusion.Cancelled : conclusion;
            await _seat.ApplyAsync(new Command.End(id, run.Token, own), cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask LoseTheDeadAsync(
        Func<IScopeView, Instant, IReadOnlyList<Run>> suspects,
        CancellationToken cancellation
    )
    {
        if (_lookout is not null)
            await _lookout
                .LookAsync(await _store!.ReadAsync(suspects, cancellation).ConfigureAwait(false), cancellation)
                .ConfigureAwait(false);
    }

    private async ValueTask TryAsync(Func<ValueTask> act)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            if (failure.Message != _trouble)
                OnTrouble(failure.Message);
            _trouble = failure.Message;
            if (Enforced is Enforced.Unknown)
                Enforced = new Enforced.Unknown(failure.Message);
        }
    }

    private sealed class Deaf : ISeatObserver
    {
        public void Answered(Decision decision) { }

        public void StoreFails(StoreException failure) { }
    }
}
