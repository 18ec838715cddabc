using System.Diagnostics;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Proof.Checks;

namespace Baton.Proof.Exploring;

/// <summary>One verb of one actor in one state of a world.</summary>
internal sealed class Deed
{
    private readonly EngineWorld _world;
    private readonly WorldState _state;
    private readonly int _index;
    private readonly Verb _verb;
    private readonly string _target;
    private readonly Run? _run;

    private Deed(EngineWorld world, WorldState state, int index, (Verb Verb, string Target) what)
    {
        (_world, _state, _index, _verb, _target) = (world, state, index, what.Verb, what.Target);
        _run = state.Scope.Run(new(IsOwn(what.Verb) ? world.Actors[index].Name : what.Target));
    }

    /// <summary>The deed, or none where it couldn't happen.</summary>
    public static Deed? Of(EngineWorld world, WorldState state, int index, Verb verb, string target)
    {
        var deed = new Deed(world, state, index, (verb, target));
        return deed.CanHappen() ? deed : null;
    }

    public (WorldState Next, string Says) Take()
    {
        var says = _verb.ToString() + (IsOwn(_verb) || _verb is Verb.Tick or Verb.Late ? "" : " " + _target);
        try
        {
            var (next, heard) = Happen();
            return (Onwards(next, heard), says + (heard is null ? "" : " -> " + Told(heard)));
        }
        catch (BrokenPromiseException broken)
        {
            throw new BrokenPromiseException($"{says}: {broken.Message}");
        }
    }

    private static bool IsOwn(Verb verb) => verb <= Verb.Die;

    private Actor Actor => _world.Actors[_index];

    private Standpoint Stands => _state.Actors[_index];

    private bool CanHappen() =>
        _verb switch
        {
            Verb.Ask => Actor.Ask!.Parent is not { } parent || _state.Scope.Run(parent) is { StartedAt: not null },
            Verb.Look => _run!.Token != Stands.Token || _run.Counter != Stands.Counter,
            Verb.Renew or Verb.RenewUnheard or Verb.Success or Verb.Failure => Stands.Token > 0
                || _run!.State != RunState.Waiting,
            Verb.Acknowledge => _run!.State == RunState.Stopping,
            Verb.DeadUnknown or Verb.DeadGone => _run is { IsLive: true } && IsDead(_target),
            Verb.Unrenewed or Verb.Cancel or Verb.Release => _run is { IsLive: true },
            Verb.Raise => _run is { State: RunState.Waiting },
            Verb.Attest => _run is { Conclusion: Conclusion.Lost },
            Verb.Tick => _state.Due is not null,
            _ => true,
        };

    private bool IsDead(string name) =>
        _world.Actors.Index().Any(each => each.Item.Name == name && _state.Actors[each.Index].Dead);

    private (WorldState Next, Decision? Heard) Happen() =>
        _verb switch
        {
            Verb.Look => (_state, Decision.On(_run!)),
            Verb.Die => (_state, null),
            Verb.Tick => (_world.Pass(_state, _state.Due!.Value), null),
            Verb.Late => (_world.Pass(_state, _state.Now + TimeSpan.FromSeconds(20)), null),
            _ => _world.Step(_state, Command(), _state.Now),
        };

    private Command Command()
    {
        var (token, counter) =
            Stands.Token > 0 || _run is null ? (Stands.Token, Stands.Counter) : (_run.Token, _run.Counter);
        return _verb switch
        {
            Verb.Ask => new Command.Request(Actor.Ask!),
            Verb.Again => new Command.Request(Actor.Ask! with { Run = new(Actor.Name + " again") }),
            Verb.Renew or Verb.RenewUnheard => new Command.Renew(_run!.Id, token, counter),
            Verb.Acknowledge => new Command.Acknowledge(_run!.Id, token, TimeSpan.FromSeconds(10)),
            Verb.Success => new Command.End(_run!.Id, token, Conclusion.Success),
            Verb.Failure => new Command.End(_run!.Id, token, Conclusion.Failure),
            Verb.Quit => new Command.End(_run!.Id, token, Conclusion.Cancelled),
            _ => CommandOfOthers(),
        };
    }

    private Command CommandOfOthers() =>
        _verb switch
        {
            Verb.DeadUnknown => Expire(new Evidence.HolderDead("d"), Remains.Unknown),
            Verb.DeadGone => Expire(new Evidence.HolderDead("d"), Remains.Gone),
            Verb.Unrenewed => Expire(new Evidence.SeenUnrenewed(_run!.Lease), Remains.Unknown),
            Verb.Attest => new Command.Attest(_run!.Id),
            Verb.Cancel => new Command.Cancel(_run!.Id, "operator", "tried"),
            Verb.Release => new Command.Release(_run!.Id, "operator", "tried"),
            Verb.Raise => new Command.Reprioritise(_run!.Id, 100, "operator", "tried"),
            Verb.Pause => new Command.Pause(ResourceName.Group(_target), "operator", "tried"),
            Verb.Resume => new Command.Resume(ResourceName.Group(_target), "operator", "tried"),
            _ => throw new UnreachableException($"{_verb} is no command"),
        };

    private Command.Expire Expire(Evidence evidence, Remains remains) =>
        new(_run!.Id, _run.Token, _run.Counter, evidence, remains);

    private WorldState Onwards(WorldState next, Decision? heard)
    {
        var stands = Stands with { Place = Stands.Place + 1, Dead = _verb == Verb.Die };
        if (IsOwn(_verb) && _verb != Verb.RenewUnheard && heard?.About is { } run)
            stands = stands with { Token = run.Token, Counter = run.Counter };
        var actors = next.Actors.ToArray();
        actors[_index] = stands;
        return next with { Actors = actors };
    }

    private static string Told(Decision decision) =>
        decision is Decision.Refused refused ? $"refused: {refused.Refusal.GetType().Name}"
        : decision.About is { } run ? $"{run.Id} {run.State} {run.Conclusion} token {run.Token}"
        : "done";
}
