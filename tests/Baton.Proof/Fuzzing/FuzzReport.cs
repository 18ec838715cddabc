using System.Globalization;

namespace Baton.Proof.Fuzzing;

/// <summary>
/// What `./build fuzz` prints: each target has its share of the time, seeds go up from one that is printed. What takes
/// longer than <see cref="Slow"/> is tried once more, since a busy machine may have been elsewhere; a hang is told while it
/// lasts. Seeds that failed are kept, and are tried first next time.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="output">Where to print.</param>
/// <param name="kept">The file of the seeds that failed.</param>
internal sealed class FuzzReport(TimeProvider time, TextWriter output, string kept)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private readonly List<string> failures = [];
    private string trying = "";
    private long began;

    /// <summary>Fuzzes; the exit code is 1 where something failed.</summary>
    public int Write(IReadOnlyList<string> args)
    {
        if (FuzzArguments.Of(args) is not { } asked)
        {
            output.WriteLine("usage: ./build fuzz [--seconds N] [--seed S] [--only TARGET] | --hostile");
            return 64;
        }

        var first = asked.Seed ?? (int)(time.GetUtcNow().Ticks / TimeSpan.TicksPerSecond % 1_000_000_000);
        using var watch = time.CreateTimer(_ => TellHang(), null, Hang, Hang);
        output.WriteLine($"first seed {first}");
        output.WriteLine($"{"target", -14}{"inputs", 10}{"sound", 10}{"slowest", 12}  at seed");
        foreach (var target in asked.Targets)
            Fuzz(target, first, (asked.Seconds / asked.Targets.Count, asked.Seed is not null));
        foreach (var failure in failures)
            output.WriteLine(failure);
        output.WriteLine(
            failures.Count == 0 ? "no crash, no hang" : $"{failures.Count} failed; the seeds are kept in {kept}"
        );
        return failures.Count == 0 ? 0 : 1;
    }

    private void Fuzz(IFuzzTarget target, int first, (double Seconds, bool Once) until)
    {
        var start = time.GetTimestamp();
        var (inputs, sound, slowest, slowestSeed) = (0, 0, TimeSpan.Zero, first);
        foreach (var seed in until.Once ? [first] : Seeds(target, first))
        {
            var spent = Measured(target, seed, out var isSound);
            (inputs, sound) = (inputs + 1, sound + (isSound ? 1 : 0));
            if (spent > slowest)
                (slowest, slowestSeed) = (spent, seed);
            if (time.GetElapsedTime(start).TotalSeconds >= until.Seconds)
                break;
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name, -14}{inputs, 10}{sound, 10}{slowest.TotalMilliseconds, 9:F1} ms  {slowestSeed}"
            )
        );
    }

    private IEnumerable<int> Seeds(IFuzzTarget target, int first)
    {
        var again = File.Exists(kept) ? File.ReadAllLines(kept) : [];
        foreach (var line in again)
        {
            if (line.Split(' ') is [var name, var seed] && name == target.Name)
                yield return int.Parse(seed, CultureInfo.InvariantCulture);
        }

        for (var seed = first; ; seed = seed == int.MaxValue ? 1 : seed + 1)
            yield return seed;
    }

    private TimeSpan Measured(IFuzzTarget target, int seed, out bool isSound)
    {
        var spent = Once(target, seed, out isSound);
        if (spent <= Slow)
            return spent;
        spent = TimeSpan.FromTicks(Math.Min(spent.Ticks, Once(target, seed, out isSound).Ticks));
        if (spent > Slow)
            Fail(target, seed, $"takes {spent.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s, twice");
        return spent;
    }

    private TimeSpan Once(IFuzzTarget target, int seed, out bool isSound)
    {
        isSound = false;
        trying = $"{target.Name} {seed}";
        began = time.GetTimestamp();
        try
        {
            isSound = target.Try(seed);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Fail(target, seed, failure.ToString());
        }

        return time.GetElapsedTime(began);
    }

    private void Fail(IFuzzTarget target, int seed, string what)
    {
        failures.Add(
            $"{target.Name} fails: ./build fuzz --only {target.Name} --seed {seed}\n  {what}\n  {Input(target, seed)}"
        );
        Keep($"{target.Name} {seed}");
    }

    private void Keep(string line)
    {
        if (!File.Exists(kept) || !File.ReadLines(kept).Contains(line, StringComparer.Ordinal))
            File.AppendAllLines(kept, [line]);
    }

    private void TellHang()
    {
        if (trying.Length > 0 && time.GetElapsedTime(began) > Hang)
        {
            output.WriteLine($"hangs: {trying}");
            output.Flush();
            Keep(trying);
        }
    }

    private static string Input(IFuzzTarget target, int seed)
    {
        var input = target.Input(seed);
        return Baton.Workflows.Findings.OneLine.Quoted(input, 400);
    }
}
