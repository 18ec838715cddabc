using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Proof.Simulating;

/// <summary>What there is in a simulated world, and who wants what of it, as chance says.</summary>
internal sealed class Wishes(Random chance)
{
    private readonly IReadOnlyList<Need> _groups = [.. new[] { "a", "b" }.Select(name => GroupOf(chance, name))];
    private readonly IReadOnlyList<Need> _keys = [.. new[] { "k", "l" }.Select(name => KeyOf(chance, name))];

    // The shortest ones are those where every second counts.
    private readonly int _lease = new[] { 2, 5, 10, 30, 60 }[chance.Next(5)];

    private int _jobs;

    /// <summary>Everybody's lease.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(_lease);

    /// <summary>One of each, to see at the end whether it can be had.</summary>
    public IEnumerable<Job> Each() => _groups.Concat(_keys).Select(need => JobOf([need], null, 20));

    public Job Next()
    {
        var needs = new List<Need>();
        foreach (var group in _groups)
            if (chance.Next(3) < 2)
                needs.Add(group with { Units = chance.Next(3) == 0 ? Need.All : 1 });
        if (chance.Next(3) == 0 || needs.Count == 0)
            needs.Add(_keys[chance.Next(_keys.Count)]);
        return JobOf(
            needs,
            chance.Next(6) == 0 ? TimeSpan.FromSeconds(chance.Next(90)) : null,
            chance.Next(3) == 0 ? chance.Next(101) : 20
        );
    }

    private Job JobOf(IReadOnlyList<Need> needs, TimeSpan? wait, int priority)
    {
        var name = $"J{++_jobs}";
        var wish = new Ask
        {
            Run = new(name),
            Request = new(name),
            Owner = Owner.Unknown,
            Needs = [.. needs],
            Priority = priority,
            Lease = Lease,
            MaxWait = wait,
            Origin = new() { Workflow = chance.Next(2) == 0 ? "w" : null, Number = chance.Next(1, 20) },
        };
        return new(name, wish, TimeSpan.FromSeconds(chance.Next(1, 10)), chance.Next(8) == 0);
    }

    private static Need GroupOf(Random chance, string name) =>
        Need.Group(
            name,
            1,
            Policy.All[chance.Next(Policy.All.Count)].Value with
            {
                Capacity = chance.Next(1, 3),
                Order = chance.Next(2) == 0 ? LineOrder.Priority : LineOrder.Fifo,
                Preempted = chance.Next(2) == 0 ? Preempted.End : Preempted.Requeue,
                Debounce = chance.Next(6) == 0 ? TimeSpan.FromSeconds(3) : TimeSpan.Zero,
            },
            chance.Next(2) == 0 ? TimeSpan.FromSeconds(chance.Next(10)) : null
        );

    private static Need KeyOf(Random chance, string name) =>
        Need.Key(name, TimeSpan.FromSeconds(chance.Next(40)), chance.Next(3) == 0) with
        {
            WaitsForOwner = chance.Next(2) == 0,
        };
}
