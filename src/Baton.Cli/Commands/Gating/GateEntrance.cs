using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Forge;
using Baton.Runtime.Gating;
using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Gating;

/// <summary>A gate's way to the service that has the repository.</summary>
internal sealed class GateEntrance : IDisposable
{
    private const int MostEnded = 500;

    private readonly Invocation _call;
    private readonly GatePlan _gate;
    private readonly BootClock _clock;
    private readonly ForgeClient _forge;

    /// <summary>Opens it; nothing is sent yet.</summary>
    public GateEntrance(Invocation call, GatePlan gate)
    {
        (_call, _gate, _clock) = (call, gate, new BootClock(call.Surroundings.Clock));
        _forge = new ForgeClient(
            ForgePlace.Read(call.Surroundings.Variable),
            ForgeToken.Find(call.Surroundings.Variable, call.Surroundings.Folder),
            _clock
        )
        {
            OnPause = call.Surroundings.Say,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _forge.Dispose();

    /// <summary>
    /// What was done before, where to ask alone might already stop another run or take its place in line: who has nothing
    /// to do must not do that. Where it can't be said, what is looked for after the grant decides.
    /// </summary>
    public async ValueTask<Found.Work?> LookBeforeAsync()
    {
        var hasGroup = _gate.Plan.Ask.Needs.Any(need => need.Resource.Kind == ResourceKind.Group);
        if (!hasGroup || _gate.Entrance.Checks.Count == 0)
            return null;
        try
        {
            await using var store = await OpenAsync().ConfigureAwait(false);
            return await Of(store).LookAsync(CancellationToken.None).ConfigureAwait(false) as Found.Work;
        }
        catch (Exception failure) when (failure is ForgeException or StoreException)
        {
            return null;
        }
    }

    /// <summary>Looks and marks for a run that was granted.</summary>
    public async ValueTask<Passed> PassAsync(Run run)
    {
        await using var store = await OpenAsync().ConfigureAwait(false);
        return await Of(store).PassAsync(run, CancellationToken.None).ConfigureAwait(false);
    }

    private Entrance Of(ITendedScope store) =>
        new(_gate.Entrance, _forge, store, Runtime.Coordination.Surroundings.Here(_gate.Plan.Site.Place.Folder, _clock))
        {
            Ended = cancellation => store.EndedRunsAsync(MostEnded, cancellation),
            FreshId = () => Requesting.FreshId(_call.Surroundings),
            OnPause = _call.Surroundings.Say,
        };

    private async ValueTask<ITendedScope> OpenAsync() =>
        await Stores.OpenAsync(_call.Surroundings, _gate.Plan.Site, _clock).ConfigureAwait(false);
}
