namespace Baton.Proof.Exploring;

/// <summary>Breadth first: the fault that it finds is one with the fewest moves. For models whose states are small.</summary>
internal sealed class ShortestSearch<TState>(IModel<TState> model)
{
    private readonly Dictionary<string, (string? From, string Actor, string Says)> _seen = new(StringComparer.Ordinal);
    private readonly Queue<TState> _front = new();
    private long _steps;
    private int _ends;

    public Exploration Run()
    {
        var start = model.Likeness(model.Start);
        _seen[start] = (null, "", "");
        _front.Enqueue(model.Start);
        while (_front.TryDequeue(out var state))
            if (Visit(state) is { } fault)
                return Result(fault, model.Likeness(state));
        return Result(null, start);
    }

    private string? Visit(TState state)
    {
        if (model.Fault(state, atEnd: false) is { } fault)
            return fault;
        var likeness = model.Likeness(state);
        var ended = true;
        foreach (var move in model.Moves(state))
        {
            ended = false;
            _steps++;
            var (next, says) = move.Take();
            if (_seen.TryAdd(model.Likeness(next), (likeness, move.Actor, says)))
                _front.Enqueue(next);
        }
        if (!ended)
            return null;
        _ends++;
        return model.Fault(state, atEnd: true);
    }

    private Exploration Result(string? fault, string at)
    {
        var way = new List<(string, string)>();
        if (fault is not null)
            for (var step = _seen[at]; step.From is not null; step = _seen[step.From])
                way.Insert(0, (step.Actor, step.Says));
        return new(_seen.Count, _steps, _ends, fault is null, fault, way);
    }
}
