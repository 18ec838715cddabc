using System.Globalization;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;

namespace Baton.Proof.Fuzzing;

/// <summary>
/// What `./build fuzz --hostile` prints: a table of each kind of hostile file with its message, the shortest of some
/// times, and all the memory that reading took, freed or not, which is never less than what it held at once.
/// </summary>
internal static class HostileReport
{
    private const int Times = 7;

    public static int Write(TimeProvider time, TextWriter output)
    {
        output.WriteLine("| file | ms | MB | message |\n|---|---:|---:|---|");
        foreach (var file in HostileFiles.All)
        {
            var spans = Enumerable.Range(0, Times).Select(_ => Spent(time, file)).ToList();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = WorkflowReader.Read(file.Bytes, "f.yml");
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            var message = reading.Findings.Count == 0 ? "none" : OneLine.Of(reading.Findings[0].Message, 70);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {file.Kind} | {spans.Min():F1} | {bytes / 1e6:F1} | {message} |"
                )
            );
        }

        return 0;
    }

    private static double Spent(TimeProvider time, HostileFile file)
    {
        var start = time.GetTimestamp();
        WorkflowReader.Read(file.Bytes, "f.yml");
        return time.GetElapsedTime(start).TotalMilliseconds;
    }
}
