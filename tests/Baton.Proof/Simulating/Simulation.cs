using Baton.Engine.Commands;
using Baton.Proof.Checks;

namespace Baton.Proof.Simulating;

/// <summary>What came of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Hash">The hash over the whole trace.</param>
/// <param name="World">What is left.</param>
/// <param name="Violation">The promise that was broken, if one was.</param>
internal sealed record Simulated(int Seed, string Hash, World World, string? Violation);

/// <summary>
/// One world from a seed: first safety, while everything goes wrong; then all faults are healed, and everybody who still wants
/// to run must get his answer, and nothing may stay held.
/// </summary>
internal sealed class Simulation
{
    private const long MostSteps = 400_000;
    private readonly int _seed;
    private readonly World _world;
    private readonly List<Job> _jobs;
    private readonly Mischief _mischief;

    private Simulation(int seed, Fittings fittings)
    {
        _seed = seed;
        _world = new World(seed, fittings);
        _jobs = [.. Enumerable.Range(0, _world.Chance.Next(4, 15)).Select(_ => _world.Wishes.Next())];
        _mischief = new Mischief(_world, _jobs);
    }

    /// <summary>Plays the world of a seed.</summary>
    public static Simulated Of(int seed, Fittings fittings)
    {
        // With another context continuations would leave this thread, and their order would be the thread pool's.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new Simulation(seed, fittings).Play();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private Simulated Play()
    {
        string? broken = null;
        try
        {
            PlayAll();
        }
        catch (Exception noticed) when (noticed is not OutOfMemoryException)
        {
            broken = noticed is BrokenPromiseException ? noticed.Message : noticed.ToString();
        }
        return new(_seed, _world.Trace.Hash, _world, broken);
    }

    private void PlayAll()
    {
        var length = TimeSpan.FromSeconds(_world.Chance.Next(60, 200));
        _mischief.Begin(length);
        Until(length, () => false);
        _mischief.Heal();
        // Who was at it when all was healed may still be surprised by what had happened; who asks then must not.
        for (var round = 0; round < 1; round++)
        {
            Until(TimeSpan.FromHours(4), () => _world.Processes.Count == 0);
            _mischief.AskAgain();
        }
        Until(TimeSpan.FromHours(4), () => _world.Processes.Count == 0);
        foreach (var job in _jobs)
            Require(job.Answer is not null, $"{job.Name} never gets an answer (promise 5)");
        Probe();
        Forget();
    }

    /// <summary>Each group and key is asked for on each host. What was lost with a machine is seen there, and called lost by
    /// the next that asks; what then lingers has gone when the last one asks.</summary>
    private void Probe()
    {
        foreach (var host in _world.Hosts)
            Probe(host, false);
        Probe(_world.Hosts[0], false);
        Probe(_world.Hosts[0], true);
    }

    private void Probe(Host host, bool mustRun)
    {
        Until(TimeSpan.FromMinutes(3), () => false);
        foreach (var job in _world.Wishes.Each())
        {
            _world.Launch(job, host, false);
            Until(TimeSpan.FromMinutes(30), () => job.Process is null);
            Require(job.Process is null, $"{job.Name} never ends although all is over (promise 5)");
            Require(
                !mustRun
                    || job.Answer is nameof(Runtime.Runs.RunEnd.Finished) or nameof(Runtime.Runs.RunEnd.Unstartable),
                $"{job.Needs[0].Resource} can't be had although all is over: {job.Answer} (promises 3 and 5)"
            );
        }
    }

    /// <summary>At last nothing is held, and nothing that was answered is forgotten.</summary>
    private void Forget()
    {
        Until(TimeSpan.FromHours(1), () => false);
        var tick = new Command[] { new Command.Tick() };
        _world.Ledger.Write(tick, _world.Ledger.Decide(tick), _world.Ledger.Now);
        var scope = _world.Ledger.Scope;
        Require(
            scope.Runs.All(run => !run.IsLive),
            $"{scope.Runs.FirstOrDefault(run => run.IsLive)?.Id} never ends (promise 5)"
        );
        Require(!scope.AllHolds.Any(), $"{scope.AllHolds.FirstOrDefault()?.Resource} is held for ever (promise 5)");
        _world.Ledger.Restart();
    }

    private void Until(TimeSpan span, Func<bool> enough)
    {
        var until = _world.Schedule.Now + span.Ticks;
        while (!enough() && _world.Schedule.Step(until))
        {
            Require(_world.Violation is null, $"{_world.Violation}");
            _world.Checks.Trusts();
            Require(_world.Schedule.Steps < MostSteps, $"nobody comes to rest (promise 5)");
        }
    }

    private static void Require(bool holds, FormattableString promise)
    {
        if (!holds)
            throw new BrokenPromiseException(FormattableString.Invariant(promise));
    }
}
