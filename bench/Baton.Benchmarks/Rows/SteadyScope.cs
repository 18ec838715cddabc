using System.Diagnostics;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Wording;

namespace Baton.Benchmarks.Rows;

/// <summary>
/// The engine over a scope in memory, in a steady state: each step ends a run that holds a group and asks for the same
/// group anew, so there are always as many runs and groups as at the beginning. Of the runs that have
/// ended the last thousand are kept, as a store keeps a bounded number of them.
/// </summary>
internal sealed class SteadyScope
{
    private const int Kept = 1000;
    private readonly MemoryScope _scope = new();
    private readonly Queue<(RunId Run, string Group)>[] _lines;
    private readonly string[] _groups;
    private AuditHead _head = AuditHead.None;
    private readonly Queue<RunId> _ended = new();
    private int _asked;

    /// <summary>Makes groups, each held by a run, and runs that wait for the first of them.</summary>
    public SteadyScope(int groups, int waiting)
    {
        _groups = [.. Enumerable.Range(0, groups).Select(number => $"group-{number}")];
        _lines = [.. _groups.Select(_ => new Queue<(RunId, string)>(1))];
        for (var group = 0; group < groups; group++)
            Apply(Ask(group), Extras.None);
        for (var i = 0; i < waiting; i++)
            Apply(Ask(0), Extras.None);
    }

    /// <summary>Runs that live.</summary>
    public int Live => _lines.Sum(line => line.Count);

    /// <summary>Applies commands, half of them ends and half requests; commands a second.</summary>
    public double Rate(int commands, Extras extras)
    {
        var spread = new Random(1);
        var steps = Enumerable.Range(0, commands / 2).Select(_ => spread.Next(_groups.Length)).ToArray();
        var asks = steps.Select(Ask).ToArray(); // made outside of what is measured, as a caller would have it
        var ends = new Queue<RunId>(steps.Select(group => _lines[group].Dequeue().Run));
        GC.Collect(); // what was left before, and what a caller would have made, is not the engine's to clear away
        var started = Stopwatch.GetTimestamp();
        foreach (var ask in asks)
        {
            var run = _scope.Run(ends.Dequeue())!;
            Apply(new Command.End(run.Id, run.Token, Conclusion.Success), extras);
            Apply(ask, extras);
            _ended.Enqueue(run.Id);
            if (_ended.Count > Kept)
                _scope.Forget(_ended.Dequeue());
        }
        return commands / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private Command.Request Ask(int group)
    {
        var ask = Asks.Of($"run-{_asked++}", _groups[group]);
        _lines[group].Enqueue((ask.Run, _groups[group]));
        return new(ask);
    }

    private void Apply(Command command, Extras extras)
    {
        var outcome = Engine.Engine.Apply(_scope, [command], Instant.Zero);
        _scope.Apply(outcome);
        if (extras == Extras.Audit)
            foreach (var record in outcome.Records)
            {
                var fact = new AuditFact.Happened(record);
                _head = AuditChain.Follow("bench", _head, new AuditBody(fact, DateTimeOffset.UnixEpoch).Write()).Head;
                _ = RecordWords.Of(fact, Telling.Bare(Instant.Zero));
            }
    }
}

/// <summary>What is done beside deciding.</summary>
internal enum Extras
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each record gets its audit entry, hash and sentence.</summary>
    Audit,
}
