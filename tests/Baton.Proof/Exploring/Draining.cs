using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;

namespace Baton.Proof.Exploring;

/// <summary>
/// What happens after an end, when nobody asks for anything new: whoever works ends, whoever waits starts, time passes. At last
/// everybody has ended, nothing is held, and everything that was ever asked for can be had again.
/// </summary>
internal sealed class Draining(EngineWorld world, WorldState state)
{
    private const int Rounds = 50;
    private WorldState _state = state;

    public string? Fault()
    {
        foreach (var paused in _state.Scope.Resources.Where(resource => resource.Paused).ToList())
            Do(new Command.Resume(paused.Name, "operator", "over"));
        for (var round = 0; round < Rounds && _state.Scope.Runs.Any(run => run.IsLive); round++)
        {
            EndAll();
            _state = world.Pass(_state, _state.Now + TimeSpan.FromMinutes(1));
        }
        if (_state.Scope.Runs.FirstOrDefault(run => run.IsLive) is { } left)
            return $"{left.Id} never ends: {left.State}, {left.Reason} (promise 6)";
        _state = world.Pass(_state, _state.Now + TimeSpan.FromHours(2));
        return _state.Scope.AllHolds.FirstOrDefault() is { } hold
            ? $"{hold.Resource} is held for ever (promise 5)"
            : NotToBeHad();
    }

    private void EndAll()
    {
        foreach (var id in _state.Scope.Runs.Where(run => run.IsActive).Select(run => run.Id).Order().ToList())
            if (_state.Scope.Run(id) is { IsActive: true, IsConcluding: false } run && !_state.Scope.Inside(id).Any())
                Do(new Command.End(id, run.Token, Conclusion.Failure));
    }

    /// <summary>Never zero times: once all is over, the next one that asks may run (promise 3).</summary>
    private string? NotToBeHad()
    {
        var needs = world.Actors.Where(actor => actor.Ask is not null).SelectMany(actor => actor.Ask!.Needs);
        foreach (
            var need in needs.DistinctBy(need => need.Resource).Where(need => need.Settings.Debounce == TimeSpan.Zero)
        )
        {
            var id = "last for " + need.Resource.Name + need.Resource.Kind;
            var ask = new Ask
            {
                Run = new(id),
                Request = new(id),
                Owner = Owner.Unknown,
                Needs = [need],
            };
            if (world.Step(_state, new Command.Request(ask), _state.Now).Decision is not Decision.Granted)
                return $"{need.Resource} can't be had although all is over (promise 3)";
        }
        return null;
    }

    private void Do(Command command) => _state = world.Step(_state, command, _state.Now).Next;
}
