namespace Baton.Proof.Simulating;

/// <summary>
/// The one thread of a simulated world. Every process goes on here, one moment after another; chance says which of those
/// that could happen now comes first, and time moves on only when nothing can happen any more. Nothing else has a clock,
/// a thread or chance of its own, so a seed always gives the same world.
/// </summary>
internal sealed class Schedule(Random chance)
{
    private readonly PriorityQueue<Moment, (long Due, long Sequence)> _later = new();
    private readonly List<Moment> _ready = [];
    private readonly List<int> _eligible = [];
    private long _sequence;

    /// <summary>Time since the beginning, in ticks of 100 ns.</summary>
    public long Now { get; private set; }

    /// <summary>How many moments have happened.</summary>
    public long Steps { get; private set; }

    public TimeSpan Time => new(Now);

    /// <summary>Lets something happen after a span.</summary>
    public Moment After(TimeSpan span, SimulatedProcess? owner, Action act)
    {
        var moment = new Moment(owner, act);
        _later.Enqueue(moment, (Now + Math.Max(0, span.Ticks), _sequence++));
        return moment;
    }

    /// <summary>Lets something happen now that was to happen later.</summary>
    public void Hasten(Moment moment)
    {
        if (moment.IsOver || moment.IsReady)
            return;
        moment.IsReady = true;
        _ready.Add(moment);
    }

    /// <summary>Lets the next moment happen, if one does until then; says whether it did.</summary>
    public bool Step(long until)
    {
        while (true)
        {
            Collect();
            if (TakeReady() is { } moment)
            {
                moment.IsOver = true;
                Steps++;
                moment.Act();
                return true;
            }
            if (!_later.TryPeek(out _, out var next) || next.Due > until)
            {
                Now = Math.Max(Now, until);
                return false;
            }
            Now = Math.Max(Now, next.Due);
        }
    }

    private void Collect()
    {
        while (_later.TryPeek(out var moment, out var at) && at.Due <= Now)
        {
            _later.Dequeue();
            Hasten(moment);
        }
    }

    private Moment? TakeReady()
    {
        _ready.RemoveAll(moment => moment.IsOver || moment.Owner is { IsAlive: false });
        _eligible.Clear();
        for (var index = 0; index < _ready.Count; index++)
            if (_ready[index].Owner is not { IsFrozen: true })
                _eligible.Add(index);
        if (_eligible.Count == 0)
            return null;
        var chosen = _eligible[_eligible.Count == 1 ? 0 : chance.Next(_eligible.Count)];
        var moment = _ready[chosen];
        _ready.RemoveAt(chosen);
        return moment;
    }
}
