using System.Globalization;

namespace Baton.Proof.Simulating;

/// <summary>What `./build simulate-faults` prints.</summary>
internal static class SimulationReport
{
    private const int Shown = 60;
    private const string Usage = "usage: ./build simulate-faults [--seconds N] [--seed S]";

    /// <summary>Simulates; the exit code is 1 if a promise was broken, and then at once.</summary>
    public static int Write(string[] args, TimeProvider time, TextWriter output)
    {
        if (!TryRead(args, out var seconds, out var seed))
        {
            output.WriteLine(Usage);
            return 64;
        }
        var began = time.GetTimestamp();
        var first = seed ?? (int)(time.GetUtcNow().Ticks / TimeSpan.TicksPerSecond % 1_000_000_000);
        var counts = new Counts();
        output.WriteLine($"first seed {first}");
        for (var next = first; ; next++)
        {
            var simulated = Simulation.Of(next, Fittings.Real);
            counts.Add(simulated);
            if (simulated.Violation is not null)
                Write(simulated, output);
            var over =
                seed is not null && seconds is null || time.GetElapsedTime(began).TotalSeconds >= (seconds ?? 60);
            if (!over && simulated.Violation is null)
                continue;
            counts.Write(output, time.GetElapsedTime(began));
            return simulated.Violation is null ? 0 : 1;
        }
    }

    /// <summary>The seed that broke a promise, and the end of its trace.</summary>
    public static void Write(Simulated simulated, TextWriter output)
    {
        foreach (var line in simulated.World.Trace.Tail.TakeLast(Shown))
            output.WriteLine(line);
        output.WriteLine($"violation: {simulated.Violation}");
        output.WriteLine(
            $"seed {simulated.Seed}, trace {simulated.Hash}: ./build simulate-faults --seed {simulated.Seed} plays it again"
        );
    }

    private static bool TryRead(string[] args, out double? seconds, out int? seed)
    {
        (seconds, seed) = (null, null);
        for (var index = 0; index + 1 < args.Length; index += 2)
            if (
                args[index] == "--seconds"
                && double.TryParse(args[index + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var span)
                && span > 0
            )
                seconds = span;
            else if (
                args[index] == "--seed"
                && int.TryParse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
                seed = number;
            else
                return false;
        return args.Length % 2 == 0;
    }

    private sealed class Counts
    {
        private readonly Dictionary<Fault, long> _faults = Enum.GetValues<Fault>()
            .ToDictionary(fault => fault, _ => 0L);
        private long _seeds,
            _steps,
            _commits,
            _runs,
            _violations;
        private TimeSpan _time;
        private string _hash = "";

        public void Add(Simulated simulated)
        {
            _seeds++;
            _steps += simulated.World.Schedule.Steps;
            _commits += simulated.World.Ledger.Commits;
            _runs += simulated.World.Ledger.Scope.Runs.Count();
            _time += simulated.World.Schedule.Time;
            _violations += simulated.Violation is null ? 0 : 1;
            _hash = simulated.Hash;
            foreach (var fault in _faults.Keys)
                _faults[fault] += simulated.World.Faults.Count(fault);
        }

        public void Write(TextWriter output, TimeSpan spent)
        {
            foreach (
                var (name, count) in new[]
                {
                    ("seeds", _seeds),
                    ("steps", _steps),
                    ("runs", _runs),
                    ("commits", _commits),
                }
            )
                output.WriteLine($"{name, -16}{count.ToString(CultureInfo.InvariantCulture), 14}");
            foreach (var (fault, count) in _faults)
                output.WriteLine($"  {fault, -14}{count.ToString(CultureInfo.InvariantCulture), 14}");
            output.WriteLine(
                $"{"simulated hours", -16}{_time.TotalHours.ToString("F1", CultureInfo.InvariantCulture), 14}"
            );
            output.WriteLine($"{"seconds", -16}{spent.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture), 14}");
            output.WriteLine($"{"violations", -16}{_violations.ToString(CultureInfo.InvariantCulture), 14}");
            if (_seeds == 1)
                output.WriteLine($"{"trace", -16}  {_hash}");
        }
    }
}
