using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Fencing;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Runs;

/// <summary>
/// A granted run in the hands of its owner: it renews the lease, knows how long it is trusted, and ends it. Others may
/// renew the run too (`baton renew`), so an answer alone doesn't tell whose renewal it was: the lease is trusted from an
/// attempt only if that very attempt changed the counter.
/// </summary>
internal sealed class Tenure(Seat seat, Trust trust, Run granted, IRunObserver observer)
{
    private const int Rounds = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1),
        LongestFencing = TimeSpan.FromMinutes(1);

    /// <summary>The run as it was last heard of.</summary>
    public Run Run { get; private set; } = granted;

    /// <summary>The seat that it is kept from.</summary>
    public Seat Seat => seat;

    /// <summary>How long the lease is trusted.</summary>
    public Trust Trust => trust;

    /// <summary>Renews, and hears how the run stands; says whether the store could be reached.</summary>
    public async ValueTask<bool> RenewAsync(CancellationToken cancellation)
    {
        try
        {
            return await SoonAsync(TryRoundsAsync, cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            trust.Fail();
            observer.StoreFails(failure);
        }
        return false;
    }

    /// <summary>
    /// Says that the run is taken up, where a grant that came while it waited holds for a moment only. If that can't be
    /// said now it is tried again like any renewal.
    /// </summary>
    public async ValueTask TakeUpAsync(CancellationToken cancellation)
    {
        if (Run.State == RunState.Running && Run.Lease < Run.Ask.Lease)
            await RenewAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Looks how the run stands, without a write: whoever tells it to stop may be on a machine whose bell can't be heard.</summary>
    public async ValueTask LookAsync(CancellationToken cancellation)
    {
        try
        {
            var found = await SoonAsync(seat.FindAsync, cancellation).ConfigureAwait(false);
            if (found is null || found.Token != Run.Token)
                Run = Lost();
            else if (found.State != Run.State)
                Run = found;
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure); // a renewal will tell whether that matters
        }
    }

    /// <summary>Moves the run's fences, while the lease is well trusted.</summary>
    public async ValueTask<FenceEnd> FenceAsync(FenceTaker fences, CancellationToken cancellation)
    {
        try
        {
            var within = trust.PatienceUpTo(LongestFencing);
            return Run.State != RunState.Running
                ? new FenceEnd.Moved(Run, []) // it was told to stop before it could start
                : await fences
                    .TakeAsync(Run, above => RaiseTokenAsync(above, cancellation), within, cancellation)
                    .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return new FenceEnd.Failed(FenceFault.Unreachable, failure.Message);
        }
    }

    /// <summary>Gets a token above another; nothing if the run is no longer this owner's.</summary>
    /// <exception cref="StoreException">The store can't be reached; whether it has heard is not known.</exception>
    private async ValueTask<Run?> RaiseTokenAsync(long above, CancellationToken cancellation)
    {
        var raise = new Command.RaiseToken(Run.Id, Run.Token, above);
        var decision = await SoonAsync(soon => seat.ApplyAsync(raise, soon), cancellation).ConfigureAwait(false);
        if (decision is Decision.Refused || decision.About is not { State: RunState.Running } raised)
            return null;
        return Run = raised;
    }

    /// <summary>Says a word to the store while the command works: as soon as the store can, and before the lease is trusted no more.</summary>
    /// <exception cref="StoreException">The store can't be reached, or not in time; whether it has heard is not known.</exception>
    public async ValueTask<T> SoonAsync<T>(Func<CancellationToken, ValueTask<T>> word, CancellationToken cancellation)
    {
        using var bell = new CancellationTokenSource(trust.PatienceUpTo(seat.Pace.Patience), trust.Clock);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation, bell.Token);
        try
        {
            return await word(bound.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreException(StoreFault.Unavailable, "it is busy, and did not answer in time");
        }
    }

    /// <summary>Says that the run is over, again and again as long as the lease is trusted.</summary>
    /// <returns>Why the store did not hear of it; nothing if it did.</returns>
    public async ValueTask<string?> EndAsync(Conclusion conclusion, IMachine machine, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var decision = await seat.ApplyAsync(new Command.End(Run.Id, Run.Token, conclusion), cancellation)
                    .ConfigureAwait(false);
                // Refused, if a first try was heard and its answer lost: then the run was put back in line, with another token.
                Run = decision.About ?? await seat.FindAsync(cancellation).ConfigureAwait(false) ?? Lost();
                return null;
            }
            catch (StoreException failure)
            {
                observer.StoreFails(failure);
                if (trust.Left <= TimeSpan.Zero || !failure.MayPass)
                    return failure.Message;
                await machine.WaitAsync([], Pause).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<bool> TryRoundsAsync(CancellationToken cancellation)
    {
        for (var round = 0; round < Rounds; round++)
            if (await TryAsync(cancellation).ConfigureAwait(false))
                return true;
        return false;
    }

    private async ValueTask<bool> TryAsync(CancellationToken cancellation)
    {
        var attempt = trust.Attempt();
        var (token, counter) = (Run.Token, Run.Counter);
        var applied = await seat.SendAsync(new Command.Renew(Run.Id, token, counter), cancellation)
            .ConfigureAwait(false);
        Run =
            applied.Decisions[0] is Decision.Refused
                ? await seat.FindAsync(cancellation).ConfigureAwait(false) is { } found && found.Token == token
                    ? found
                    : Lost()
                : applied.Decisions[0].About ?? Lost();
        if (Run.State != RunState.Running)
            return true;
        if (
            !applied.Changes.Any(change =>
                change is Change.PutRun put && put.Run.Id == Run.Id && put.Run.Counter == counter + 1
            )
        )
            return false;
        trust.Confirm(attempt, Run.Lease);
        return true;
    }

    private Run Lost() => Run with { State = RunState.Ended, Conclusion = Conclusion.Lost };
}
