using System.Diagnostics;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Cli.Output.Gating;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Coordination;
using Baton.Runtime.Estimates;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Gating;

/// <summary>
/// Asks for a claim that the whole workflow run owns. Nothing stays behind to renew it: whoever wants it next asks the
/// service whether the run goes on.
/// </summary>
internal sealed class OwnedByRun(Invocation call, Plan plan, GateReport report)
{
    private static readonly TimeSpan UsualMost = TimeSpan.FromHours(6);

    private readonly BootClock _clock = new(call.Surroundings.Clock);

    /// <summary>Asks, waits and tells; gives the exit code.</summary>
    /// <exception cref="AskingException">This is no run that anybody could ask about.</exception>
    public async ValueTask<int> TakeAsync()
    {
        // The fence is moved by who keeps the lease; here nobody does, and pushes would be unfenced in silence.
        if (plan.Fences.Count > 0)
            throw new AskingException(
                AskingFault.Usage,
                $"--owner run: group {OneLine.Of(plan.Fences[0].Group)} has a fence, which a claim of the whole run can't move; use --owner job"
            );
        using var services = ServiceRuns.Find(call.Surroundings, _clock);
        var owner = services is null ? null : ServiceRuns.Own(call.Surroundings);
        if (owner is null)
            throw new AskingException(
                AskingFault.Usage,
                "--owner run: this is no run of GitHub Actions, so nobody could ask whether it goes on; use --owner job"
            );
        try
        {
            return await TakeAsync(services!, owner).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return await report
                .FailedAsync(new KeeperNews.Failed((int)ExitCodes.For(failure.Fault), failure.Message))
                .ConfigureAwait(false);
        }
    }

    private async ValueTask<int> TakeAsync(IServiceRuns services, Owner owner)
    {
        var ask = plan.Ask with
        {
            Owner = owner,
            Lease = call.Get(GatingOptions.ClaimMax) ?? UsualMost,
            TakeUp = null, // nobody stays to take it up
        };
        await using var store = await Stores.OpenAsync(call.Surroundings, plan.Site, _clock).ConfigureAwait(false);
        var here = Runtime.Coordination.Surroundings.Here(plan.Site.Place.Folder, _clock) with
        {
            Services = services,
            PartOf = owner,
        };
        var observer = new RunObserver(call.Surroundings, new Estimating(new PastDurations(store)).OfAsync);
        using var signals = here.Machine.Catch();
        using var seat = new Seat(store, here, ask, observer) { OnPicture = observer.WaitsAsync };
        switch (await seat.TakeAsync(signals, CancellationToken.None).ConfigureAwait(false))
        {
            case WaitEnd.Granted granted:
                await seat.TellNextAsync(granted.Run, CancellationToken.None).ConfigureAwait(false);
                return (await report.GrantedAsync(new KeeperNews.Granted(granted.Run, "")).ConfigureAwait(false)).Code;
            case WaitEnd.Over over:
                return await report.NotGrantedAsync(new RunEnd.NotStarted(over.Run)).ConfigureAwait(false);
            case WaitEnd.Interrupted left:
                return await report
                    .NotGrantedAsync(new RunEnd.Interrupted(left.Run, left.Signal))
                    .ConfigureAwait(false);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }
}
