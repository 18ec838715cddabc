using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Proof.Checks;

namespace Baton.Proof.Simulating;

/// <summary>What the store of a simulated world has on its disk. Every commit is checked, and every answer is remembered.</summary>
internal sealed class Ledger(World world, Fittings fittings)
{
    private const int CommitsUnwritten = 5;

    private readonly Promises _promises = new();
    private readonly Dictionary<RunId, Run> _answered = [];
    private MemoryScope _written = new();
    private Instant? _due;

    /// <summary>The scope as it stands.</summary>
    public MemoryScope Scope { get; private set; } = new();

    /// <summary>How many outcomes were written.</summary>
    public long Commits { get; private set; }

    /// <summary>Scope time.</summary>
    public Instant Now => new(world.Schedule.Now + TimeSpan.TicksPerHour);

    /// <summary>What the engine says to commands now.</summary>
    public Outcome Decide(IReadOnlyList<Command> commands)
    {
        var now = Now;
        while (_due is { } due && due <= now)
        {
            Write([new Command.Tick()], fittings.Apply(Scope, [new Command.Tick()], due), due);
            if (_due <= due)
                throw new BrokenPromiseException("an instant stays due for ever (promise 5)");
        }
        if (fittings.Apply(Scope, [new Command.Tick()], now).Changes.Count > 0)
            throw new BrokenPromiseException("time changes something that nobody was told the instant of (promise 5)");
        return fittings.Apply(Scope, commands, now);
    }

    /// <summary>Checks and writes an outcome.</summary>
    public void Write(IReadOnlyList<Command> commands, Outcome outcome, Instant at)
    {
        _promises.Check(Scope, commands, outcome);
        new LossChecks(world).Check(commands[0], outcome);
        if (outcome.Changes.Count > 0)
        {
            Scope.Apply(outcome);
            Commits++;
            _promises.CheckState(Scope, at);
        }
        if (commands[0] is Command.Request { Ask: var ask } && Scope.RunOf(ask.Request)?.Id is { } known)
            SameAnswer(ask, known, outcome.Decisions[0]);
        _due = outcome.Due;
        if (!fittings.IsDurable && Commits % CommitsUnwritten == 0)
            _written = Scope.Copy();
    }

    /// <summary>Somebody was told how a run stands: that must survive.</summary>
    public void NoteAnswer(Run run)
    {
        if (!_answered.TryGetValue(run.Id, out var before) || IsBefore(before, run))
            _answered[run.Id] = run;
    }

    /// <summary>The store comes back from what is on its disk; what was answered must be there (promise 8).</summary>
    public void Restart()
    {
        if (!fittings.IsDurable)
            Scope = _written.Copy();
        foreach (var answered in _answered.Values)
            if (Scope.Run(answered.Id) is not { } run || IsBefore(run, answered))
                throw new BrokenPromiseException($"{answered.Id} was answered and is forgotten (promise 8)");
    }

    private static void SameAnswer(Ask ask, RunId known, Decision decision)
    {
        if (decision is not Decision.Refused && decision.About?.Id != known && decision.About?.Id != ask.Run)
            throw new BrokenPromiseException($"{ask.Run} gets another answer (promise 4)");
    }

    private static bool IsBefore(Run one, Run other) =>
        one.Token != other.Token ? one.Token < other.Token
        : one.Counter != other.Counter ? one.Counter < other.Counter
        : one.State < other.State;
}
