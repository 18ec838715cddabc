using System.Globalization;
using Baton.Proof.Exploring;

namespace Baton.Proof;

/// <summary>What `./build explore` prints.</summary>
internal static class Reports
{
    /// <summary>Explores; the exit code is 1 if a promise was broken.</summary>
    public static int Write(string[] args, TimeProvider time, TextWriter output)
    {
        var at = Array.IndexOf(args, "--seconds");
        var seconds = at < 0 ? 300 : double.Parse(args[at + 1], CultureInfo.InvariantCulture);
        var broken = new List<string>();
        output.WriteLine($"{"world", -30}{"states", 12}{"steps", 12}{"ends", 10}{"seconds", 9}  violations");
        var (states, steps) = (0L, 0L);
        var began = time.GetTimestamp();
        foreach (var (index, world) in Worlds.All.Index())
        {
            var start = time.GetTimestamp();
            // What one world leaves of its share goes to those after it.
            var share = (seconds - time.GetElapsedTime(began).TotalSeconds) / (Worlds.All.Count - index);
            var found = new DeepSearch<WorldState>(
                world,
                _ => time.GetElapsedTime(start).TotalSeconds < share
            ).Run();
            var spent = time.GetElapsedTime(start).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
            var whole = found is { Whole: false, Fault: null } ? " (cut off by --seconds)" : "";
            output.WriteLine(
                $"{world.Name, -30}{found.States, 12}{found.Steps, 12}{found.Ends, 10}{spent, 9}  {(found.Fault is null ? 0 : 1)}{whole}"
            );
            if (found.Fault is not null)
                broken.Add(Timelines.Of(world.Name, found));
            (states, steps) = (states + found.States, steps + found.Steps);
        }
        output.WriteLine($"{"together", -30}{states, 12}{steps, 12}");
        foreach (var each in broken)
            output.WriteLine("\n" + each);
        return broken.Count > 0 ? 1 : 0;
    }
}
