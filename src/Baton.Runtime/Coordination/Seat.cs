using System.Diagnostics;
using System.Runtime.InteropServices;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Coordination;

/// <summary>
/// One run's seat among the others: it asks, waits for its bell, looks after those in its way, and says when the run is
/// over. There is no daemon; every waiting process does this much for all.
/// </summary>
/// <param name="store">The scope.</param>
/// <param name="here">This process's surroundings.</param>
/// <param name="ask">What is asked.</param>
/// <param name="observer">Told of every answer to the asking, warnings included, and of a store that fails.</param>
public sealed class Seat(IScopeStore store, Surroundings here, Ask ask, ISeatObserver observer) : IDisposable
{
    private static readonly TimeSpan Stagger = TimeSpan.FromMilliseconds(50);

    private const int Nearest = 8;

    private readonly IBell _bell = here.Machine.Hang(ask.Run.Value);
    private readonly IDisposable? _far = (store as IScopeBells)?.Listen(
        ask.Run,
        () => here.Machine.Ring(ask.Run.Value)
    );
    private readonly Doorbells _doorbells = new(here.Machine.Ring);
    private readonly Lookout _lookout = new(store, here, ask.Run);
    private readonly Watches _watches = new(here);

    /// <summary>How often the store is looked at.</summary>
    public Pace Pace => store.Pace;

    /// <summary>What rings for this run.</summary>
    public IBell Bell => _bell;

    /// <summary>Who is in the way, as of the last look; told whenever it is read.</summary>
    public Func<Picture, CancellationToken, ValueTask> OnPicture { get; set; } = (_, _) => ValueTask.CompletedTask;

    /// <summary>For whom it waits, if that is another process: when this has something, it leaves as at a SIGHUP.</summary>
    public WakeSource? WaitsFor { get; init; }

    /// <summary>Asks, and waits until the run is granted or over.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<WaitEnd> TakeAsync(ISignals signals, CancellationToken cancellation)
    {
        var before = here.Clock.GetTimestamp();
        var inTheWay = await store
            .ReadAsync((view, _) => Picture.InTheWayOf(view, ask), cancellation)
            .ConfigureAwait(false);
        await _lookout.LookAsync(inTheWay, cancellation).ConfigureAwait(false);
        ask = Joining(inTheWay);
        var decision = await ApplyAsync(new Command.Request(ask), cancellation).ConfigureAwait(false);
        observer.Answered(decision);
        return decision switch
        {
            Decision.Granted granted => new WaitEnd.Granted(granted.Run, before),
            Decision.Ended ended => new WaitEnd.Over(ended.Run),
            Decision.Waiting => await WaitAsync(signals, before, cancellation).ConfigureAwait(false),
            Decision.Stopping stopping => new WaitEnd.Granted(stopping.Run, before),
            Decision.Refused refused => throw new RequestRefusedException(refused.Refusal),
            _ => throw new UnreachableException(decision.GetType().Name),
        };
    }

    /// <summary>
    /// What the service's run owns that this process is part of is this process's as well: it asks inside of that.
    /// </summary>
    private Ask Joining(IReadOnlyList<Run> inTheWay) =>
        ask.Parent is null
        && here.PartOf is { } whole
        && inTheWay.FirstOrDefault(run => run.Ask.Owner == whole && run.IsActive) is { } owner
            ? ask with
            {
                Parent = owner.Id,
            }
            : ask;

    /// <summary>Waits again, after the run was preempted and put back in line.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    /// <param name="signals">What interrupts.</param>
    /// <param name="before">The boot clock's reading before it was put back: it may have been granted ever since.</param>
    /// <param name="cancellation">Gives up.</param>
    public ValueTask<WaitEnd> TakeAgainAsync(ISignals signals, long before, CancellationToken cancellation) =>
        WaitAsync(signals, before, cancellation);

    /// <summary>Applies a command of this run's, and wakes whom it concerns.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<Decision> ApplyAsync(Command command, CancellationToken cancellation) =>
        (await SendAsync(command, cancellation).ConfigureAwait(false)).Decisions[0];

    /// <summary>The same, with what it changed.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<Applied> SendAsync(Command command, CancellationToken cancellation)
    {
        var applied = await store.ApplyAsync([command], cancellation).ConfigureAwait(false);
        _doorbells.RingFor(applied.Changes, ask.Run);
        return applied;
    }

    /// <summary>How the run stands; nothing if the store has forgotten it.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public ValueTask<Run?> FindAsync(CancellationToken cancellation) =>
        store.ReadAsync((view, _) => view.Run(ask.Run), cancellation);

    /// <summary>Lets the next in line know whom to watch.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<bool> TellNextAsync(Run started, CancellationToken cancellation) =>
        await store
            .ReadAsync(
                (view, _) =>
                {
                    _doorbells.RingNext(view, started);
                    return true;
                },
                cancellation
            )
            .ConfigureAwait(false);

    /// <summary>Puts the bell away.</summary>
    public void Dispose()
    {
        _watches.Dispose();
        _far?.Dispose();
        _bell.Dispose();
    }

    private async ValueTask<WaitEnd> WaitAsync(ISignals signals, long before, CancellationToken cancellation)
    {
        var renewed = here.Clock.GetTimestamp();
        var heard = renewed;
        var (poll, last) = (Pace.Look, (Picture?)null);
        while (true)
        {
            var looked = here.Clock.GetTimestamp();
            Picture? picture;
            try
            {
                picture = await LookAsync(cancellation).ConfigureAwait(false);
                if (
                    Pace.Waiting == Heartbeats.Sent
                    && picture is { Run.State: RunState.Waiting }
                    && here.Clock.GetElapsedTime(renewed) >= ask.Lease / 3
                )
                {
                    await ApplyAsync(new Command.Renew(ask.Run, picture.Run.Token, picture.Run.Counter), cancellation)
                        .ConfigureAwait(false);
                    renewed = looked;
                }
                heard = looked;
            }
            catch (StoreException failure) when (failure.MayPass && here.Clock.GetElapsedTime(heard) < ask.Lease)
            {
                observer.StoreFails(failure); // it waits, so nothing is lost by trying again
                await here.Machine.WaitAsync([signals.Source], TimeSpan.FromSeconds(1)).ConfigureAwait(false);
                if (signals.Take() is [var early, ..])
                    return new WaitEnd.Interrupted(null, early);
                continue;
            }
            if (picture is null || !picture.Run.IsLive)
                return new WaitEnd.Over(picture?.Run ?? throw new RequestForgottenException(ask.Run));
            if (picture.Run.IsActive)
                return new WaitEnd.Granted(picture.Run, before);
            before = looked;
            await OnPicture(picture, cancellation).ConfigureAwait(false);
            // Who is far behind looks less often: nothing that happens next is likely to be meant for it.
            poll = last is null || IsMoved(last, picture) ? Pace.Look * Math.Min(picture.Place, 20) : poll * 1.5;
            poll = Least(poll, Pace.LongestLook);
            last = picture;
            _watches.Follow(picture);
            IEnumerable<WakeSource> sources = [_bell.Source, signals.Source, .. _watches.Sources];
            var ready = await here
                .Machine.WaitAsync([.. WaitsFor is null ? sources : sources.Append(WaitsFor)], BoundOf(picture, poll))
                .ConfigureAwait(false);
            _watches.Forget(ready);
            _bell.Silence();
            if (signals.Take() is [var signal, ..])
                return await LeaveAsync(picture.Run, signal, cancellation).ConfigureAwait(false);
            if (WaitsFor is not null && ready.Contains(WaitsFor))
                return await LeaveAsync(picture.Run, PosixSignal.SIGHUP, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Reads how things stand; if somebody in the way is lost, or time has changed something, reads again.</summary>
    private async ValueTask<Picture?> LookAsync(CancellationToken cancellation)
    {
        var picture = await ReadAsync(cancellation).ConfigureAwait(false);
        if (picture is not { Run.State: RunState.Waiting })
            return picture;
        // Who died in line would be granted and lost once its turn comes, and with on-failure: hold keep its key.
        var suspects = picture.Holders.Concat(picture.Ahead.Take(Nearest)).ToList();
        _lookout.Place = picture.Place;
        var changed = await _lookout.LookAsync(suspects, cancellation).ConfigureAwait(false);
        changed |= await _lookout.SweepAsync(picture.Unswept, cancellation).ConfigureAwait(false);
        if (picture.Due is { } due && due + Turn(picture) <= picture.Now)
        {
            await ApplyAsync(new Command.Tick(), cancellation).ConfigureAwait(false);
            changed = true;
        }
        return changed ? await ReadAsync(cancellation).ConfigureAwait(false) : picture;
    }

    private ValueTask<Picture?> ReadAsync(CancellationToken cancellation) =>
        store.ReadAsync((view, now) => Picture.Of(view, now, ask.Run), cancellation);

    /// <summary>Until the safety poll, or the next due instant and a little for each place, so that one of many comes first.</summary>
    private TimeSpan BoundOf(Picture picture, TimeSpan poll)
    {
        if (picture.Due is not { } due)
            return poll;
        var until = due - picture.Now + (Pace.Waiting == Heartbeats.Sent ? StaggerOf(picture, Stagger) : Turn(picture));
        return Least(until, poll);
    }

    /// <summary>How long after an instant it is this one's turn to do what any of them could: where a write is dear, a look each.</summary>
    private TimeSpan Turn(Picture picture) =>
        Pace.Waiting == Heartbeats.Sent ? TimeSpan.Zero : StaggerOf(picture, Pace.Look);

    private static TimeSpan StaggerOf(Picture picture, TimeSpan one) => one * Math.Min(picture.Place - 1, 20);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static bool IsMoved(Picture before, Picture now) =>
        before.Place != now.Place
        || !before.Holders.Select(run => run.Id).SequenceEqual(now.Holders.Select(run => run.Id));

    private async ValueTask<WaitEnd> LeaveAsync(Run run, PosixSignal signal, CancellationToken cancellation)
    {
        // Whatever became of the run meanwhile: its token may have changed with a grant, so it is read again.
        var now = await store.ReadAsync((view, _) => view.Run(run.Id), cancellation).ConfigureAwait(false) ?? run;
        var decision = await ApplyAsync(new Command.End(now.Id, now.Token, Conclusion.Cancelled), cancellation)
            .ConfigureAwait(false);
        return new WaitEnd.Interrupted(decision.About ?? now, signal);
    }
}
