using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Coordination;

/// <summary>
/// Looks after those in the way, and calls a run lost when there is evidence. A dead owner is a matter for the kernel,
/// where it can be asked; for everybody else the rule is to have seen the same token and counter for the whole lease, on
/// one's own clock. What is left of a lost run on this machine is ended before its holds are granted again.
/// </summary>
/// <param name="store">The scope.</param>
/// <param name="here">This process's surroundings.</param>
/// <param name="self">The run on whose behalf it looks; none for somebody who only cleans up.</param>
public sealed class Lookout(IScopeStore store, Surroundings here, RunId? self)
{
    private readonly Dictionary<RunId, (long Token, long Counter, long Since)> _seen = [];
    private static readonly TimeSpan ServicePause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<RunId, long> _askedAbout = [];
    private readonly HashSet<RunId> _unswept = [];
    private readonly Doorbells _doorbells = new(here.Machine.Ring);

    /// <summary>What becomes of the processes of a lost run.</summary>
    public RemainsOfTheLost Remains { get; init; }

    /// <summary>
    /// The place in line of the run on whose behalf it looks. Where a write is dear the first in line calls others lost;
    /// the next one waits a look longer for that, and so on.
    /// </summary>
    public int Place { get; set; } = 1;

    /// <summary>Looks at runs; says whether any of them was called lost.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<bool> LookAsync(IReadOnlyList<Run> suspects, CancellationToken cancellation)
    {
        var lost = false;
        foreach (var run in suspects)
            if (run.Id == self || run.IsConcluding)
                continue;
            else if (run.Ask.Owner.IsOfService)
                lost |= await AskServiceAsync(run, cancellation).ConfigureAwait(false);
            else if (EvidenceOn(run) is { } evidence)
                lost |= await LoseAsync(run, evidence, cancellation).ConfigureAwait(false);
        return lost;
    }

    /// <summary>Ends what is left of lost runs whose loss somebody else has told, and attests it.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<bool> SweepAsync(IReadOnlyList<Run> lost, CancellationToken cancellation)
    {
        var swept = false;
        foreach (var run in lost)
            if (!_unswept.Contains(run.Id))
                swept |= await AttestAsync(run, cancellation).ConfigureAwait(false);
        return swept;
    }

    /// <summary>Whether a run would be called lost at once, since its owner is dead; nothing is changed.</summary>
    public static bool IsDead(Run run, Surroundings here) =>
        run is { IsLive: true, IsConcluding: false } && here.LivenessOf(run.Ask.Owner) is Liveness.Dead;

    /// <summary>
    /// A run of a service's owns it, so the service is asked: that it goes on is a renewal, that it has ended an end, told
    /// with the time of it. Where nobody can say, it holds for its whole lease.
    /// </summary>
    private async ValueTask<bool> AskServiceAsync(Run run, CancellationToken cancellation)
    {
        if (_askedAbout.TryGetValue(run.Id, out var asked) && here.Clock.GetElapsedTime(asked) < ServicePause)
            return false;
        _askedAbout[run.Id] = here.Clock.GetTimestamp();
        var answer = here.Services is { } services
            ? await services.LookAsync(run.Ask.Owner, cancellation).ConfigureAwait(false)
            : new ServiceRun.Unknown("nobody here can ask");
        switch (answer)
        {
            case ServiceRun.Over over:
                return await TellEndAsync(run, over, cancellation).ConfigureAwait(false);
            case ServiceRun.AtWork when run.State == RunState.Running:
                await store
                    .ApplyAsync([new Command.Renew(run.Id, run.Token, run.Counter)], cancellation)
                    .ConfigureAwait(false);
                return false;
            case ServiceRun.AtWork when run.State == RunState.Stopping:
                await here.Services!.CancelAsync(run.Ask.Owner, cancellation).ConfigureAwait(false);
                return false;
            case ServiceRun.AtWork:
                return false;
            default:
                var now = await store.ReadAsync((_, at) => at, cancellation).ConfigureAwait(false);
                return now - run.RenewedAt >= run.Lease
                    && await LoseAsync(run, new Evidence.ServiceSilent(), cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> TellEndAsync(Run run, ServiceRun.Over over, CancellationToken cancellation)
    {
        // Who never was granted what it waits for has not succeeded with it.
        var conclusion =
            run.State == RunState.Waiting && over.Conclusion == Conclusion.Success
                ? Conclusion.Cancelled
                : over.Conclusion;
        var applied = await store
            .ApplyAsync([new Command.End(run.Id, run.Token, conclusion) { Ago = over.Ago }], cancellation)
            .ConfigureAwait(false);
        _doorbells.RingFor(applied.Changes, self);
        return applied.Decisions[0] is not Decision.Refused;
    }

    private Evidence? EvidenceOn(Run run)
    {
        var liveness = here.LivenessOf(run.Ask.Owner);
        if (liveness is Liveness.Dead)
            return new Evidence.HolderDead(run.Ask.Owner.Domain);
        if (liveness is Liveness.Alive && run.State == RunState.Waiting)
            return null; // stopped or slow, it harms nobody; it holds no more than its keys
        if (run.State == RunState.Waiting && store.Pace.Waiting == Heartbeats.Spared)
            return null; // it doesn't say that it lives; once it is granted it has to
        return Unrenewed(run, liveness is Liveness.Alive);
    }

    private Evidence.SeenUnrenewed? Unrenewed(Run run, bool isAlive)
    {
        var now = here.Clock.GetTimestamp();
        if (!_seen.TryGetValue(run.Id, out var seen) || seen.Token != run.Token || seen.Counter != run.Counter)
        {
            // Who may not wait goes on from what others of this machine have seen.
            var since =
                isAlive || !Doorbells.IsPlain(run.Id.Value)
                    ? now
                    : here.Machine.SeenSince(new(run.Id.Value, run.Token, run.Counter));
            _seen[run.Id] = seen = (run.Token, run.Counter, since);
        }
        var watched = here.Clock.GetElapsedTime(seen.Since, now);
        var turn = store.Pace.Waiting == Heartbeats.Sent ? TimeSpan.Zero : store.Pace.Look * Math.Min(Place - 1, 20);
        return watched >= run.Lease + turn ? new Evidence.SeenUnrenewed(watched) : null;
    }

    private async ValueTask<bool> LoseAsync(Run run, Evidence evidence, CancellationToken cancellation)
    {
        // A dead owner can't come back, so its processes are ended first; one that only keeps silent may still renew.
        var leaves = Remains == RemainsOfTheLost.Left;
        var remains =
            leaves || (evidence is Evidence.HolderDead && await EndRemainsAsync(run).ConfigureAwait(false))
                ? Engine.Commands.Remains.Gone
                : Engine.Commands.Remains.Unknown;
        var command = new Command.Expire(run.Id, run.Token, run.Counter, evidence, remains);
        var applied = await store.ApplyAsync([command], cancellation).ConfigureAwait(false);
        _doorbells.RingFor(applied.Changes, self);
        _seen.Remove(run.Id);
        if (applied.Decisions[0] is Decision.Refused)
            return false;
        if (evidence is Evidence.SeenUnrenewed)
            here.Machine.ForgetSeen(run.Id.Value);
        if (leaves)
            return true;
        if (remains == Engine.Commands.Remains.Gone)
            here.Machine.Clear(run.Id.Value);
        else if (evidence is not Evidence.HolderDead)
            await AttestAsync(run, cancellation).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<bool> AttestAsync(Run run, CancellationToken cancellation)
    {
        if (
            here.ProcessOf(run.Ask.Owner) is not { } owner
            || !here.Machine.End(owner)
            || !await EndRemainsAsync(run).ConfigureAwait(false)
        )
        {
            _unswept.Add(run.Id);
            return false;
        }
        var applied = await store.ApplyAsync([new Command.Attest(run.Id)], cancellation).ConfigureAwait(false);
        _doorbells.RingFor(applied.Changes, self);
        here.Machine.Clear(run.Id.Value);
        return true;
    }

    private ValueTask<bool> EndRemainsAsync(Run run) =>
        Doorbells.IsPlain(run.Id.Value) && here.ProcessOf(run.Ask.Owner) is not null
            ? here.Machine.EndRemainsAsync(run.Id.Value)
            : new(false);
}
