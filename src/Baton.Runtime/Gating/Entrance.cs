using System.Diagnostics;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Configuration;
using Baton.Runtime.Coordination;
using Baton.Runtime.Forge;
using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Gating.Marks;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Gating;

/// <summary>
/// What is done for a run between its grant and the answer: earlier work is looked for, and marks are put. The claim was
/// decided before, so of two runs that see nothing, since what they read is old, only one is here.
/// </summary>
/// <param name="wishes">What is looked for and put.</param>
/// <param name="forge">The service.</param>
/// <param name="store">The scope.</param>
/// <param name="here">This process's surroundings.</param>
public sealed class Entrance(EntranceWishes wishes, ForgeClient forge, IScopeStore store, Surroundings here)
{
    /// <summary>Gives the runs of the scope that ended lately, newest first.</summary>
    public required Func<CancellationToken, ValueTask<IReadOnlyList<Run>>> Ended { get; init; }

    /// <summary>Makes ids.</summary>
    public required Func<string> FreshId { get; init; }

    /// <summary>Told what it waits for.</summary>
    public Action<string> OnPause { get; init; } = _ => { };

    /// <summary>Whether Baton's comment is looked for before one is written; see <see cref="Marker"/>.</summary>
    internal bool Looks { get; init; } = true;

    /// <summary>
    /// Whether what is read is trusted only once it must show what the run before has done. Only a test that shows what
    /// happens otherwise says no.
    /// </summary>
    internal bool Settles { get; init; } = true;

    /// <summary>Looks and marks for a run that was granted; ends it where it is not to go on.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<Passed> PassAsync(Run gate, CancellationToken cancellation)
    {
        try
        {
            var found = await LookAsync(gate, cancellation).ConfigureAwait(false);
            return found switch
            {
                Found.Work work => await LeaveAsync(gate, work, cancellation).ConfigureAwait(false),
                Found.Half half => new Passed.Resumed(half.What, half.Url)
                {
                    Troubles = await MarkAsync(gate, cancellation).ConfigureAwait(false),
                },
                Found.Nothing => new Passed.On { Troubles = await MarkAsync(gate, cancellation).ConfigureAwait(false) },
                _ => throw new UnreachableException(found.GetType().Name),
            };
        }
        catch (ForgeException failure) when (wishes.OnUnavailable == OnUnavailable.Proceed)
        {
            var why = $"what was done before could not be looked for: {failure.Message}";
            return new Passed.On { Troubles = [why, .. await MarkAsync(gate, cancellation).ConfigureAwait(false)] };
        }
        catch (ForgeException failure)
        {
            await EndAsync(gate, failure.Message, cancellation).ConfigureAwait(false);
            return new Passed.Unanswered(failure.Message);
        }
    }

    /// <summary>Looks only, before anything is asked for.</summary>
    /// <exception cref="ForgeException">The service can't say.</exception>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public ValueTask<Found> LookAsync(CancellationToken cancellation) =>
        new Inspector(forge, wishes.Issue, new OwnMarks(store, wishes.Issue)).LookAsync(wishes.Checks, cancellation);

    /// <summary>
    /// Looks until what is read must show what the run before, of the same keys, has done: it may have ended a moment ago,
    /// and reads lag. What is there is there, but that nothing is there is believed only then.
    /// </summary>
    private async ValueTask<Found> LookAsync(Run gate, CancellationToken cancellation)
    {
        if (wishes.Checks.Count == 0)
            return new Found.Nothing();
        var settled = Settles ? await SettledAsync(gate, cancellation).ConfigureAwait(false) : null;
        for (var began = here.Clock.GetTimestamp(); ; )
        {
            var now = await store.ReadAsync((_, at) => at, cancellation).ConfigureAwait(false);
            var found = await SeeAsync(began, cancellation).ConfigureAwait(false);
            if (found is null)
            {
                await Task.Delay(MarkLimits.Look, here.Clock, cancellation).ConfigureAwait(false);
                continue;
            }
            if (found is Found.Work || settled is not { } until || now >= until)
                return found;
            OnPause(
                $"a run with the same key ended a moment ago; it is looked again for what it did, for another {Spans.Of(until - now)} at most"
            );
            await Task.Delay(MarkLimits.Look, here.Clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Looks; nothing where the issue itself isn't seen yet, since it was opened a moment ago.</summary>
    private async ValueTask<Found?> SeeAsync(long began, CancellationToken cancellation)
    {
        try
        {
            return await LookAsync(cancellation).ConfigureAwait(false);
        }
        catch (ForgeException failure)
            when (failure.Fault == ForgeFault.NotFound && here.Clock.GetElapsedTime(began) < MarkLimits.Settling)
        {
            OnPause($"{failure.Message}; it may have been opened a moment ago, so it is looked again");
            return null;
        }
    }

    private async ValueTask<Instant?> SettledAsync(Run gate, CancellationToken cancellation)
    {
        var keys = gate.Needs.Where(need => need.Resource.Kind == ResourceKind.Key).Select(need => need.Resource);
        var last = (await Ended(cancellation).ConfigureAwait(false))
            .Where(run => run.Id != gate.Id && run.StartedAt is not null)
            .Where(run => run.Needs.Any(need => keys.Contains(need.Resource)))
            .Max(run => run.EndedAt);
        return last is { } end ? end + MarkLimits.Settling : null;
    }

    private async ValueTask<Passed> LeaveAsync(Run gate, Found.Work work, CancellationToken cancellation)
    {
        IReadOnlyList<string> troubles =
            wishes.Marks.Count == 0
                ? []
                : await Marker()
                    .TellAsync(gate, wishes.Marks, (work.What, work.Url), cancellation)
                    .ConfigureAwait(false);
        await EndAsync(gate, work.What, cancellation).ConfigureAwait(false);
        return new Passed.NotNeeded(work.What, work.Url) { Troubles = troubles };
    }

    private async ValueTask<IReadOnlyList<string>> MarkAsync(Run gate, CancellationToken cancellation) =>
        wishes.Marks.Count == 0 ? [] : await Marker().PutAsync(gate, wishes.Marks, cancellation).ConfigureAwait(false);

    private Marker Marker() =>
        new(forge, store, here, wishes.Issue!.Value)
        {
            FreshId = FreshId,
            OnPause = OnPause,
            Looks = Looks,
        };

    /// <summary>The run has done nothing, so nothing of it stays; the audit says why.</summary>
    private async ValueTask EndAsync(Run gate, string why, CancellationToken cancellation)
    {
        var applied = await store
            .ApplyAsync(
                [
                    new Command.Cancel(gate.Id, "baton gate", why),
                    new Command.End(gate.Id, gate.Token, Conclusion.Cancelled),
                ],
                cancellation
            )
            .ConfigureAwait(false);
        new Doorbells(here.Machine.Ring).RingFor(applied.Changes, null);
    }
}
