using System.Globalization;
using Baton.Proof.Broken;
using Baton.Proof.Exploring;

namespace Baton.Proof;

/// <summary>What `./build explore` prints.</summary>
internal static class Reports
{
    /// <summary>Explores; the exit code is 1 if a promise was broken.</summary>
    public static int Write(string[] args, TimeProvider time, TextWriter output)
    {
        if (args is ["--broken"])
            return Write(Designs.All, output);
        if (Seconds(args) is not { } seconds)
        {
            output.WriteLine("usage: ./build explore [--seconds N | --broken]");
            return 64;
        }
        var sound = Write(seconds, time, output);
        output.WriteLine("\nThe same explorer over designs that are broken (all of them: ./build explore --broken):");
        return Math.Max(sound, Write(Designs.Shown, output));
    }

    /// <summary>The timeline of a design's shortest fault, and how much was looked at to find it.</summary>
    public static string Of(Design design)
    {
        var found = new ShortestSearch<DesignState>(design).Run();
        return Timelines.Of($"{design.Name} ({found.States} states)\n  {design.What}", found);
    }

    private static double? Seconds(string[] args) =>
        args switch
        {
            [] => 300,
            ["--seconds", var text]
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                    && seconds > 0 => seconds,
            _ => null,
        };

    private static int Write(IEnumerable<Design> designs, TextWriter output)
    {
        foreach (var design in designs)
            output.Write("\n" + Of(design));
        return 0;
    }

    private static int Write(double seconds, TimeProvider time, TextWriter output)
    {
        var broken = new List<string>();
        output.WriteLine($"{"world", -30}{"states", 12}{"steps", 12}{"ends", 10}{"seconds", 9}  violations");
        var (states, steps) = (0L, 0L);
        var began = time.GetTimestamp();
        foreach (var (index, world) in Worlds.All.Index())
        {
            var start = time.GetTimestamp();
            // What one world leaves of its share goes to those after it.
            var share = (seconds - time.GetElapsedTime(began).TotalSeconds) / (Worlds.All.Count - index);
            var found = new DeepSearch<WorldState>(world, _ => time.GetElapsedTime(start).TotalSeconds < share).Run();
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
