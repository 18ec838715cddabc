using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Proof.Checks;

namespace Baton.Proof.Exploring;

/// <summary>
/// A few actors over the real engine. The promises are checked at every step and in every state; at every end everything is
/// let end, and then nothing may be left: no run, no hold, no group or key that can't be had.
/// </summary>
internal sealed class EngineWorld(string name, params IReadOnlyList<Actor> actors) : IModel<WorldState>
{
    /// <summary>The engine, or one with a fault.</summary>
    internal delegate Outcome Applying(MemoryScope view, IReadOnlyList<Command> commands, Instant now);

    public string Name => name;

    public IReadOnlyList<Actor> Actors => actors;

    public Applying Apply { get; init; } = Baton.Engine.Engine.Apply;

    /// <summary>The same world over an engine with a fault.</summary>
    public EngineWorld Over(Applying apply) => new(name, actors) { Apply = apply };

    public WorldState Start { get; } =
        new(new(), new(), new(TimeSpan.FromHours(1).Ticks), null, new Standpoint[actors.Count]);

    public string Likeness(WorldState state) => new Likening(state).Text();

    public IEnumerable<Move<WorldState>> Moves(WorldState state)
    {
        for (var index = 0; index < actors.Count; index++)
        {
            var (actor, stands) = (actors[index], state.Actors[index]);
            if (stands.Dead || stands.Place == actor.Script.Count)
                continue;
            foreach (var (verb, target) in actor.Script[stands.Place])
                if (Deed.Of(this, state, index, verb, target) is { } deed)
                    yield return new(actor.Name, deed.Take);
        }
    }

    public string? Fault(WorldState state, bool atEnd)
    {
        if (atEnd)
            return new Draining(this, state).Fault();
        if (Apply(state.Scope, [new Command.Tick()], state.Now).Changes.Count > 0)
            return "something could be settled and isn't (promise 5)";
        var before = state.Due is { } due ? new Instant(due.Ticks - 1) : state.Now + TimeSpan.FromDays(1);
        return before > state.Now && Apply(state.Scope, [new Command.Tick()], before).Changes.Count > 0
            ? "time changes something that nobody was told the instant of (promise 5)"
            : null;
    }

    /// <summary>One command: checked, written, checked again.</summary>
    public (WorldState Next, Decision Decision) Step(WorldState state, Command command, Instant now)
    {
        var outcome = Apply(state.Scope, [command], now);
        var promises = state.Promises.Copy();
        promises.Check(state.Scope, [command], outcome);
        var scope = state.Scope;
        if (outcome.Changes.Count > 0)
        {
            scope = scope.Copy();
            scope.Apply(outcome);
        }
        promises.CheckState(scope, now);
        if (
            command is Command.Request request
            && scope.RunOf(request.Ask.Request)?.Id != outcome.Decisions[0].About?.Id
        )
            throw new BrokenPromiseException($"{request.Ask.Run} gets another answer (promise 4)");
        return (state with { Scope = scope, Promises = promises, Now = now, Due = outcome.Due }, outcome.Decisions[0]);
    }

    /// <summary>Time passes, with a tick at every instant that is due.</summary>
    public WorldState Pass(WorldState state, Instant until)
    {
        while (state.Due is { } due && due <= until)
        {
            state = Step(state, new Command.Tick(), due).Next;
            if (state.Due <= due)
                throw new BrokenPromiseException("an instant stays due for ever (promise 5)");
        }
        return Step(state, new Command.Tick(), until).Next;
    }
}
